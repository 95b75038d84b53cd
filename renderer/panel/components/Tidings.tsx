import { Announcer } from './Announcer.tsx'
import { PromiseLine } from './PromiseLine.tsx'
import { SequenceLine } from './SequenceLine.tsx'

/** What is told of acts: what is left to do of a paste, and to who listens what has changed. Nothing to begin with. */
export default function Tidings() {
  return (
    <>
      <SequenceLine />
      <PromiseLine />
      <Announcer />
    </>
  )
}
