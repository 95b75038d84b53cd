import { useMutation } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useState } from 'react'
import type { ChannelState } from '../../../../shared/model/channel.ts'
import { rpc } from '../../../client/index.ts'
import { useNotice } from '../../data/use-notice.tsx'
import { channelStrings } from '../../strings/channels.ts'
import styles from './Channel.module.css'
import { shortMoment } from './channel-words.ts'
import { RollBackDialog } from './RollBackDialog.tsx'

const { releases: words } = channelStrings

type Release = ChannelState['releases'][number]

/** What a publisher has published: who has the newest already, and the way back to each of the others. */
export function ReleaseList({ channel }: { channel: ChannelState }) {
  const [wanted, setWanted] = useState<Release | null>(null)
  const [newest] = channel.releases
  if (!newest) return null
  return (
    <details className={styles.releases}>
      <summary>
        {words.title} <span className={styles.hint}>{words.to(newest.share)}</span>
      </summary>
      <ol>
        {channel.releases.map((release) => (
          <li key={release.version}>
            <span className={styles.version}>{words.version(release.version)}</span>
            <span className={styles.moment}>{shortMoment(release.publishedAt, Date.now())}</span>
            <span className={styles.note}>{release.message}</span>
            {release.share < 100 ? (
              <ShareSelect libraryId={channel.libraryId} release={release} />
            ) : (
              <span className={styles.hint}>{words.to(100)}</span>
            )}
            {release.version === newest.version ? (
              <span className={styles.hint}>{words.current}</span>
            ) : (
              <Button
                size="small"
                aria-label={words.rollBackThis(release.version)}
                onClick={() => setWanted(release)}
              >
                {words.rollBack}
              </Button>
            )}
          </li>
        ))}
      </ol>
      {wanted && (
        <RollBackDialog
          libraryId={channel.libraryId}
          version={wanted.version}
          newest={newest.version}
          onClose={() => setWanted(null)}
        />
      )}
    </details>
  )
}

const STEPS: readonly number[] = [10, 25, 50, 100]

/** Who has a release can only grow: nobody's program goes back because of it. */
function ShareSelect({ libraryId, release: { version, share } }: { libraryId: string; release: Release }) {
  const notice = useNotice()
  const widen = useMutation({
    mutationFn: (wider: number) => rpc.channels.setShare.mutate({ libraryId, version, share: wider }),
    onSuccess: (_, wider) => notice.done(words.widened(version, wider)),
    onError: notice.failed,
  })
  return (
    <Select
      size="small"
      className={styles.share ?? ''}
      aria-label={words.share(version)}
      disabled={widen.isPending}
      value={share}
      options={[share, ...STEPS.filter((step) => step > share)].map((value) => ({
        value,
        label: words.to(value),
      }))}
      onChange={(wider) => wider !== share && widen.mutate(wider)}
    />
  )
}
