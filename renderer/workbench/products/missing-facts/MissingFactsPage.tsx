import { Alert, Button, Select } from 'antd'
import { useState } from 'react'
import type { FactGap, MissingFactsReport } from '../../../../shared/model/missing-facts.ts'
import { messageOf } from '../../../client/index.ts'
import type { Route } from '../../app/route.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ChevronIcon } from '../../components/icons.tsx'
import { useProducts } from '../../data/queries.ts'
import { strings } from '../../strings.ts'
import { productFieldOf, shopFieldOf } from './field-of-fact.ts'
import { lackedFacts, withGapOf } from './lacked-facts.ts'
import styles from './MissingFacts.module.css'
import { useMissingFacts } from './use-missing-facts.ts'

const words = strings.products.missing

/** What scripts ask for and nobody has given, product by product; each leads to the field where it is given. */
export function MissingFactsPage({ go }: { go: (next: Route) => void }) {
  const { data: report, error } = useMissingFacts()
  const back = () => go({ page: 'products', view: 'overview' })
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <div>
          <h1>{words.title}</h1>
          <p>{words.explanation}</p>
        </div>
        <Button onClick={back}>{strings.products.overview}</Button>
      </header>
      {error && <Alert type="error" showIcon title={messageOf(error)} />}
      {report && <Report report={report} go={go} />}
    </div>
  )
}

function Report({ report, go }: { report: MissingFactsReport; go: (next: Route) => void }) {
  const [fact, setFact] = useState<string | null>(null)
  const products = useProducts().data ?? []
  const shortNames = new Map(products.map(({ id, shortName }) => [id, shortName]))
  if (report.products.length === 0 && report.shop.length === 0)
    return <EmptyState title={words.nothing}>{words.nothingAdvice}</EmptyState>
  return (
    <>
      <Select
        className={styles.facts}
        aria-label={words.onlyFact}
        placeholder={words.onlyFact}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        options={lackedFacts(report).map(({ name, label, count }) => ({
          value: name,
          label: words.factCount(label, count),
        }))}
        value={fact}
        onChange={(chosen?: string) => setFact(chosen ?? null)}
      />
      {report.shop.length > 0 && fact === null && (
        <Gaps
          title={words.shop}
          note={null}
          gaps={report.shop}
          onOpen={(name) => go({ page: 'settings', field: shopFieldOf(name) })}
        />
      )}
      {withGapOf(report.products, fact).map(({ id, code, name, missing }) => (
        <Gaps
          key={id}
          title={shortNames.get(id) ?? name}
          note={code}
          gaps={missing}
          onOpen={(lacked) =>
            go({ page: 'products', view: 'editor', productId: id, field: productFieldOf(lacked) })
          }
        />
      ))}
    </>
  )
}

interface GapsProps {
  title: string
  note: string | null
  gaps: readonly FactGap[]
  onOpen: (fact: string) => void
}

function Gaps({ title, note, gaps, onOpen }: GapsProps) {
  return (
    <section className={styles.gaps} aria-label={title}>
      <header>
        <h2>{title}</h2>
        {note && <p>{note}</p>}
      </header>
      <ul>
        {gaps.map(({ fact, label, phraseCount, phrases }) => (
          <li key={fact}>
            <button type="button" onClick={() => onOpen(fact)}>
              <strong>{label}</strong>
              <span className={styles.askers}>
                {words.askedBy(
                  phrases.map((phrase) => phrase.title),
                  phraseCount,
                )}
              </span>
              <span className={styles.go}>
                {words.fill} <ChevronIcon size="1em" />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
