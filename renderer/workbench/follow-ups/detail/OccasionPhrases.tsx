import { Button } from 'antd'
import { OCCASIONS } from '../../../../shared/follow-ups/occasions.ts'
import type { Buyer } from '../../../../shared/model/buyer.ts'
import type { FollowUp } from '../../../../shared/model/follow-up.ts'
import type { RenderedScript } from '../../../../shared/model/script.ts'
import { rpc } from '../../../client/index.ts'
import { copyText } from '../../data/copy-text.ts'
import { useAppState } from '../../data/queries.ts'
import { useNotice } from '../../data/use-notice.tsx'
import { followUpStrings as words } from '../../strings/follow-ups.ts'
import { strings } from '../../strings.ts'
import { useOccasionPhrases } from '../use-follow-ups.ts'
import { usePageKeys } from '../use-page-keys.ts'
import styles from './FollowUpDetail.module.css'

interface OccasionPhrasesProps {
  followUp: FollowUp
  hasKeys: boolean
}

/** What to say on this occasion, filled for this buyer: C copies the first that is complete, P takes it to the panel. */
export function OccasionPhrases({ followUp, hasKeys }: OccasionPhrasesProps) {
  const { data } = useOccasionPhrases(followUp)
  const hasPanel = useAppState().data?.capabilities.host === 'electron'
  const notice = useNotice()

  const copy = async (script: RenderedScript, buyer: Buyer) => {
    const { productId, nickname } = followUp
    try {
      const use = { phraseId: script.phraseId, productId, buyer, mode: 'copy', query: '' } as const
      const outcome = await rpc.scripts.use.mutate(use)
      if (outcome.status === 'incomplete') return notice.warned(words.stillNeeds(labelsOf(outcome.script)))
      if (outcome.status === 'failed') return notice.warned(outcome.message)
      // In a browser the page copies for itself.
      const isHere = outcome.status === 'copied' && outcome.why === 'no-desktop'
      if (isHere && !(await copyText(script.text ?? ''))) return notice.warned(strings.copyFailed)
      notice.done(words.copiedFor(nickname))
    } catch (error) {
      notice.failed(error)
    }
  }
  const openInPanel = ({ title }: RenderedScript) =>
    rpc.followUps.openInPanel.mutate({ id: followUp.id, query: title }).catch(notice.failed)

  const first = data?.scripts.find(({ text }) => text !== null)
  const likeliest = first ?? data?.scripts[0]
  usePageKeys(hasKeys, {
    ...(first && data && { copy: () => void copy(first, data.buyer) }),
    ...(likeliest && hasPanel && { openInPanel: () => void openInPanel(likeliest) }),
  })

  if (!data) return null
  return (
    <section className={styles.phrases} aria-label={words.phrases}>
      <h3>{words.phrases}</h3>
      {data.scripts.length === 0 && (
        <p className={styles.hint}>
          {words.phrasesNone}
          {OCCASIONS[followUp.kind].tag}
        </p>
      )}
      <ul>
        {data.scripts.map((script) => (
          <li key={script.phraseId} className={styles.phrase}>
            <p className={styles.title}>{script.title}</p>
            <p className={styles.text}>
              <Filled script={script} />
            </p>
            <Hints script={script} />
            <div className={styles.ways}>
              <Button
                size="small"
                title={script === first ? 'C' : undefined}
                disabled={script.text === null}
                onClick={() => void copy(script, data.buyer)}
              >
                {words.copy}
              </Button>
              {hasPanel && (
                <Button
                  size="small"
                  type="text"
                  title={script === likeliest ? 'P' : undefined}
                  onClick={() => void openInPanel(script)}
                >
                  {words.openInPanel}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Filled({ script: { parts, missing } }: { script: RenderedScript }) {
  const labelOf = (name: string) => missing.find((fact) => fact.name === name)?.label ?? name
  return parts.map((part, at) => {
    const key = `${at} ${part.kind}`
    if (part.kind === 'text') return part.text
    if (part.kind === 'value')
      return (
        <span key={key} className={styles.value}>
          {part.text}
        </span>
      )
    return (
      <span key={key} className={styles.blank}>
        {labelOf(part.name)}
      </span>
    )
  })
}

/** Why it cannot be copied as it stands, and what else there is to it. */
function Hints({ script }: { script: RenderedScript }) {
  const { missing, refusals, later } = script
  const hints = [
    missing.length > 0 && words.stillNeeds(labelsOf(script)),
    ...refusals.map(({ reason }) => reason),
    later.length > 0 && words.moreParts(later.length),
  ].filter((hint) => typeof hint === 'string')
  return hints.map((hint) => (
    <p key={hint} className={styles.hint}>
      {hint}
    </p>
  ))
}

const labelsOf = ({ missing }: RenderedScript) => missing.map(({ label }) => label).join('、')
