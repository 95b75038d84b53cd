import { Button } from 'antd'
import { strings } from '../../strings.ts'
import { useMissingFacts } from './use-missing-facts.ts'

const words = strings.products.missing

/** The way to the report, with how many products it has something to say of. */
export function MissingFactsButton({ onOpen }: { onOpen: () => void }) {
  const report = useMissingFacts().data
  const count = (report?.products.length ?? 0) + (report && report.shop.length > 0 ? 1 : 0)
  return <Button onClick={onOpen}>{count > 0 ? words.openWith(count) : words.open}</Button>
}
