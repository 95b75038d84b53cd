import { useEffect, useRef, useState } from 'react'
import { distanceWords, whenWords } from '../../../shared/follow-ups/time/when-words.ts'
import { FOLLOW_UP_KIND_NAMES, FOLLOW_UP_KINDS } from '../../../shared/model/follow-up-kinds.ts'
import { Keys } from '../../ui/Keys.tsx'
import { keepFocus } from '../components/keep-focus.ts'
import { usePanel, usePanelState } from '../components/panel-context.tsx'
import styles from './follow-up-form.module.css'
import { type FollowUpRequest, requestOf } from './request.ts'
import { FOLLOW_UP_STRINGS as words } from './strings.ts'

const LONGEST_LINE = 300
const TICK_MS = 15_000

/** 记跟单: one line for kind, time and note, and below it what it was understood as. */
export default function FollowUpForm() {
  const panel = usePanel()
  const line = usePanelState(({ followUp }) => followUp?.line ?? '')
  const buyer = usePanelState((state) => state.buyer)
  const product = usePanelState((state) => state.product)
  const query = usePanelState((state) => state.query)
  const step = usePanelState((state) => state.step)
  const input = useFocusedInput()
  const request = requestOf(line, { buyer, product, query, step }, useNow())

  return (
    <section className={styles.form} aria-label={words.title}>
      <h2>{words.title}</h2>
      <input
        ref={input}
        className={styles.line}
        aria-label={words.label}
        aria-describedby="follow-up-reading"
        placeholder={words.placeholder}
        autoComplete="off"
        spellCheck={false}
        maxLength={LONGEST_LINE}
        value={line}
        onChange={(event) => panel.typeFollowUp(event.target.value)}
      />
      <p className={styles.guide}>{words.guide}</p>
      <div id="follow-up-reading" aria-live="polite">
        <Reading request={request} />
      </div>
    </section>
  )
}

function Reading({ request }: { request: FollowUpRequest }) {
  const { line, nickname, productName } = request
  return (
    <dl className={styles.reading}>
      <div>
        <dt>{words.kind}</dt>
        <dd className={styles.kinds}>
          {FOLLOW_UP_KINDS.map((kind) => (
            <span key={kind} data-chosen={kind === line.kind || undefined}>
              {FOLLOW_UP_KIND_NAMES[kind]}
            </span>
          ))}
        </dd>
      </div>
      <div>
        <dt>{words.time}</dt>
        <dd>
          <Time time={line.time} />
        </dd>
      </div>
      <div>
        <dt>{words.buyer}</dt>
        <dd>{nickname ?? <span className={styles.lacking}>{words.lacksBuyer}</span>}</dd>
      </div>
      <div>
        <dt>{words.product}</dt>
        <dd>{productName ?? <span className={styles.none}>{words.none}</span>}</dd>
      </div>
      <div>
        <dt>{words.note}</dt>
        <dd>{line.note || <span className={styles.none}>{words.none}</span>}</dd>
      </div>
    </dl>
  )
}

function Time({ time }: Pick<FollowUpRequest['line'], 'time'>) {
  const panel = usePanel()
  const now = useNow()
  if (time.is === 'refused') return <span className={styles.lacking}>{time.message}</span>
  if (time.is === 'vague') {
    return (
      <span className={styles.choices}>
        {time.question}
        {time.choices.map(({ label }, at) => (
          <button key={label} type="button" onMouseDown={keepFocus} onClick={() => void panel.chooseTime(at)}>
            <Keys keys={['Alt', String(at + 1)]} /> {label}
          </button>
        ))}
      </span>
    )
  }
  return (
    <>
      <b>{whenWords(time.at, now)}</b>
      <span className={styles.none}>
        {distanceWords(time.at, now)}
        {time.is === 'usual' && `（${words.usual}）`}
      </span>
    </>
  )
}

/** The caret is in the line whenever the panel would put it into the query. */
function useFocusedInput() {
  const input = useRef<HTMLInputElement>(null)
  const wish = usePanelState(({ focus }) => focus)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each wish counts, whatever it says
  useEffect(() => {
    const { current } = input
    current?.focus()
    current?.setSelectionRange(current.value.length, current.value.length)
  }, [wish])
  return input
}

/** Times are read against the present moment, also while nobody types. */
function useNow(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const ticks = setInterval(() => setNow(Date.now()), TICK_MS)
    return () => clearInterval(ticks)
  }, [])
  return now
}
