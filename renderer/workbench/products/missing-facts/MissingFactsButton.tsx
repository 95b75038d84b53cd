import { Button } from 'antd'
import badge from '../../components/Badge.module.css'
import { strings } from '../../strings.ts'
import styles from './MissingFactsButton.module.css'
import { useMissingFacts } from './use-missing-facts.ts'

const words = strings.products.missing

/** The way to the report, with how many products it has something to say of; the number comes late and moves nothing. */
export function MissingFactsButton({ onOpen }: { onOpen: () => void }) {
  const report = useMissingFacts().data
  const count = (report?.products.length ?? 0) + (report && report.shop.length > 0 ? 1 : 0)
  return (
    <Button className={styles.button} onClick={onOpen}>
      {words.open}
      {count > 0 && (
        <span className={`${badge.badge} ${styles.corner}`}>
          <span aria-hidden="true">{count}</span>
          <span className="heard">{words.count(count)}</span>
        </span>
      )}
    </Button>
  )
}
