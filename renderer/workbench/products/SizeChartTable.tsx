import type { SizeChart } from '../../../shared/model/product.ts'
import { Copyable } from '../components/Copyable.tsx'
import { strings } from '../strings.ts'
import styles from './ProductBriefing.module.css'
import { Section } from './Section.tsx'
import { chartMeasures, measureHeading, rangeWords, sizeRowWords } from './wording.ts'

/** Which size fits whom. Copying a size copies its whole row in words. */
export function SizeChartTable({ chart }: { chart: SizeChart }) {
  const measures = chartMeasures(chart)
  return (
    <Section title={strings.products.sizeChart} note={chart.note}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{strings.products.size}</th>
            {measures.map((measure) => (
              <th key={measure} scope="col" className={styles.figure}>
                {measureHeading(measure)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {chart.rows.map((row) => (
            <tr key={row.size}>
              <td>
                <Copyable text={sizeRowWords(row)}>{row.size}</Copyable>
              </td>
              {measures.map((measure) => (
                <td key={measure} className={styles.figure}>
                  {rangeWords(row.ranges[measure])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {chart.model && (
        <p className={styles.caption}>
          <Copyable
            text={strings.products.model(chart.model.heightCm, chart.model.weightKg, chart.model.wears)}
          />
        </p>
      )}
    </Section>
  )
}
