import { useMemo } from 'react'
import { sensitiveIn } from '../../../../shared/privacy/sensitive.ts'
import { WarningIcon } from '../../components/icons.tsx'
import { customerStrings as words } from '../../strings/customers.ts'
import styles from './Notes.module.css'

/** What of a note the law or the platform treats with care, each advice once. */
export function SensitiveAdvice({ id, text }: { id: string; text: string }) {
  const advice = useMemo(() => {
    const found = Map.groupBy(sensitiveIn(text), (finding) => finding.advice)
    return [...found].map(([said, findings]) => ({
      said,
      quoted: [...new Set(findings.map((finding) => words.quoted(finding.text)))].join(''),
    }))
  }, [text])
  return (
    <div id={id} role="status">
      <ul className={styles.advice}>
        {advice.map(({ said, quoted }) => (
          <li key={said}>
            <WarningIcon size="1em" />
            <span>
              {quoted} {said}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
