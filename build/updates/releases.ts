// What a release needs beside the installers (docs/releasing.md):
//   node build/updates/releases.ts new-key FILE              a key pair: the private half into FILE, the public one is printed
//   node build/updates/releases.ts sign FOLDER [--staged=10] signs latest*.yml in FOLDER, for so many per cent of machines
// The private key stands in GOLDEN_SIX_UPDATE_SIGNING_KEY, as PEM.
import { existsSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { newPublisherKey, readPublisherKey, writePublisherKey } from '../../electron/desk/packs/signing.ts'
import { Complaint, runAsProgram } from '../setup/say.mjs'
import { signReleases } from './sign-releases.ts'

const USAGE = 'node build/updates/releases.ts new-key FILE | sign FOLDER [--staged=PERCENT]'

await runAsProgram(async (args) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { staged: { type: 'string' } },
  })
  const [command, at] = positionals
  if (!at) throw new Complaint(USAGE, 2)
  if (command === 'new-key') console.log(newKey(at))
  else if (command === 'sign') console.log(sign(at, values.staged).join('\n'))
  else throw new Complaint(USAGE, 2)
  return 0
})

/** Returns the public half, for GOLDEN_SIX_UPDATE_KEYS. */
function newKey(file: string): string {
  if (existsSync(file)) throw new Complaint(`${file} is there already, and a key is never written over.`)
  const key = newPublisherKey()
  writeFileSync(file, writePublisherKey(key), { mode: 0o600, flag: 'wx' })
  return key.publicKey
}

function sign(folder: string, staged: string | undefined): string[] {
  const pem = process.env.GOLDEN_SIX_UPDATE_SIGNING_KEY
  if (!pem) throw new Complaint('GOLDEN_SIX_UPDATE_SIGNING_KEY is not set.')
  const percent = staged === undefined ? null : Number(staged)
  if (percent !== null && !(percent >= 0 && percent <= 100))
    throw new Complaint('--staged takes 0 to 100.', 2)
  const signed = signReleases(folder, readPublisherKey(pem), percent)
  if (signed.length === 0) throw new Complaint(`No latest*.yml in ${folder}.`)
  return signed
}
