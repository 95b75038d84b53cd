import { useRef } from 'react'
import { Picture } from './Picture.tsx'
import { useGlances } from './use-glances.ts'
import { useSeen } from './use-seen.ts'

/** A picture in a list of thousands: it is asked for once it comes into sight. */
export function LazyPicture({ hash, className }: { hash: string; className: string | undefined }) {
  const frame = useRef<HTMLDivElement>(null)
  const isSeen = useSeen(frame)
  const glances = useGlances(isSeen ? [hash] : undefined)
  return (
    <div ref={frame}>
      <Picture glance={glances.get(hash) ?? null} alt="" className={className} />
    </div>
  )
}
