import { checkWording } from '../../../../../shared/compliance/index.ts'
import type { Waiver } from '../../../../../shared/model/wording.ts'
import { WarningIcon } from '../../../components/icons.tsx'
import type { Answers } from '../../../data/queries.ts'
import { strings } from '../../../strings.ts'
import { findingsInFacts, type MarkedPiece, markedPieces, textOf } from './marked-parts.ts'
import styles from './Preview.module.css'

type Preview = Answers['scripts']['preview']

interface FilledScriptProps {
  script: Extract<Preview, { ok: true }>['script']
  waivers: readonly Waiver[]
  productNames: readonly string[]
}

/** A filled script: facts marked, blanks named, wording underlined, and what stands against sending it. */
export function FilledScript({ script, waivers, productNames }: FilledScriptProps) {
  const { parts, missing, refusals, warnings } = script
  const findings = checkWording(parts.map(textOf).join(''), { waivers, names: productNames })
  return (
    <>
      <p className={styles.filled}>
        {markedPieces(parts, findings).map((piece) => (
          <Piece key={piece.at} piece={piece} />
        ))}
      </p>
      <ul className={styles.remarks}>
        {refusals.map(({ technique, reason, instead }) => (
          <li key={technique + reason} className={styles.bad}>
            <WarningIcon size="1rem" /> {strings.editor.refusal(technique, reason, instead)}
          </li>
        ))}
        {findingsInFacts(parts, findings).map(({ span, category, text, reason }) => (
          <li key={span.start} className={styles.bad}>
            <WarningIcon size="1rem" /> {strings.editor.inFacts(category, text, reason)}
          </li>
        ))}
        {warnings.map((warning) => (
          <li key={warning}>
            <WarningIcon size="1rem" /> {warning}
          </li>
        ))}
        {missing.length > 0 && (
          <li>{strings.editor.missing(missing.map(({ label }) => label).join('、'))}</li>
        )}
      </ul>
    </>
  )
}

function Piece({ piece: { part, text, finding } }: { piece: MarkedPiece }) {
  const shown = finding ? (
    <span
      className={styles.finding}
      data-level={finding.level}
      title={`${finding.category}：${finding.reason}`}
    >
      {text}
    </span>
  ) : (
    text
  )
  if (part.kind === 'text') return shown
  if (part.kind === 'value') return <mark title={part.name}>{shown}</mark>
  return <span className={styles.blank}>{shown}</span>
}
