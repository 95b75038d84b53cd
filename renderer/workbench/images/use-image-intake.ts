import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useId, useRef, useState } from 'react'
import { IMAGE_LIMITS } from '../../../shared/model/image-limits.ts'
import { messageOf, rpc } from '../../client/index.ts'
import { useMarkUnsaved } from '../app/unsaved.ts'
import { readFile } from '../data/read-file.ts'
import { imageStrings as words } from '../strings/images.ts'
import { noteTaking } from './taking.ts'

interface Intake {
  value: string[]
  onChange: (hashes: string[]) => void
  limit: number
}

/** Browsers call every pasted picture so. */
const PASTED = 'image.png'

/** Takes files into the library and their hashes into a list; what could not be taken is told by name. */
export function useImageIntake({ value, onChange, limit }: Intake) {
  const client = useQueryClient()
  const [problems, setProblems] = useState<string[]>([])
  const [pending, setPending] = useState(0)
  // Whoever leaves now would leave without the image.
  useMarkUnsaved(useId(), pending > 0)
  // The list as it is by the time a file has been read, also before it is drawn.
  const latest = useRef(value)
  useEffect(() => {
    latest.current = value
  }, [value])
  /** One lot after the other: two that were chosen at once may hold the same picture. */
  const queue = useRef(Promise.resolve(true))

  async function takeNow(files: readonly File[]): Promise<boolean> {
    const refused: string[] = []
    const taken: string[] = []
    for (const file of files) {
      const name = file.name === PASTED ? '' : file.name
      try {
        const there = [...latest.current, ...taken]
        if (there.length >= limit) throw new Refusal(words.full(limit))
        const hash = await added(file, name)
        if (there.includes(hash)) throw new Refusal(words.twice)
        taken.push(hash)
      } catch (error) {
        refused.push(words.problem(name, error instanceof Refusal ? error.message : messageOf(error)))
      }
    }
    setPending((count) => count - files.length)
    setProblems([...new Set(refused)])
    // A lost file that was added again is there for everyone.
    void client.invalidateQueries({ queryKey: ['images'] })
    if (taken.length > 0) {
      latest.current = [...latest.current, ...taken]
      onChange(latest.current)
    }
    return refused.length === 0
  }

  function take(files: readonly File[]): void {
    setPending((count) => count + files.length)
    queue.current = queue.current.then(() => takeNow(files))
    noteTaking(queue.current)
  }

  return { take, problems, isBusy: pending > 0 }
}

class Refusal extends Error {}

/** The image's hash in the library. */
async function added(file: File, name: string): Promise<string> {
  // A file many times too large is not even read.
  if (file.size > 4 * IMAGE_LIMITS.bytes) throw new Refusal(words.tooLarge)
  const { content } = await readFile(file)
  const { hash } = await rpc.images.add.mutate({ name: name.slice(0, IMAGE_LIMITS.name), content })
  return hash
}
