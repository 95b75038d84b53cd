import fc from 'fast-check'

type Damage = (bytes: Uint8Array) => Uint8Array

const at = (bytes: Uint8Array, share: number) => Math.floor(bytes.length * share)

const joined = (...parts: Uint8Array[]) => Uint8Array.from(Buffer.concat(parts))

const SPLINTERS = ['"', '\r', '\n', ',', '\t', '\0', '=cmd', '{{', '%}', '\ufeff', '😀', '=>', '\\', '�'].map(
  (text) => Buffer.from(text),
)

/** What happens to files: cut off, bits flipped, pieces doubled, lost, swapped or put in. */
const damage: fc.Arbitrary<Damage> = fc
  .tuple(
    fc.nat(5),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.nat(255),
  )
  .map(
    ([kind, from, to, byte]): Damage =>
      (bytes) => {
        const start = Math.min(at(bytes, from), at(bytes, to))
        const end = Math.max(at(bytes, from), at(bytes, to))
        switch (kind) {
          case 0:
            return bytes.slice(0, end)
          case 1:
            return bytes.map((old, place) => (place === start ? old ^ (byte || 1) : old))
          case 2:
            return joined(
              bytes.slice(0, end),
              bytes.slice(start, Math.min(end, start + 4_000)),
              bytes.slice(end),
            )
          case 3:
            return joined(bytes.slice(0, start), bytes.slice(Math.min(end, start + 300)))
          case 4:
            return joined(
              bytes.slice(0, start),
              SPLINTERS[byte % SPLINTERS.length] as Buffer,
              bytes.slice(start),
            )
          default:
            return joined(bytes.slice(0, start), Uint8Array.from([byte, byte ^ 0x80]), bytes.slice(end))
        }
      },
  )

/** One of the files, damaged once to four times; now and then bytes that were never a file. */
export function mangled(files: readonly { name: string; bytes: Uint8Array }[]) {
  const damaged = fc
    .tuple(fc.constantFrom(...files), fc.array(damage, { minLength: 1, maxLength: 4 }))
    .map(([{ name, bytes }, blows]) => ({ name, bytes: blows.reduce((left, blow) => blow(left), bytes) }))
  const noise = fc
    .tuple(fc.constantFrom(...files), fc.uint8Array({ maxLength: 400 }))
    .map(([{ name }, bytes]) => ({ name, bytes }))
  return fc.oneof({ arbitrary: damaged, weight: 9 }, { arbitrary: noise, weight: 1 })
}
