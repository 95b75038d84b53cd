import { Button, InputNumber, Popover } from 'antd'
import { useId, useState } from 'react'
import { yuanToFen } from '../../../../shared/techniques/prices/money.ts'
import { strings } from '../../strings.ts'
import styles from './Couriers.module.css'
import type { Route } from './courier-grid.ts'
import { routeWords } from './courier-grid.ts'

interface CourierCellProps {
  /** Province and courier, for ears. */
  label: string
  route: Route | undefined
  onChange: (route: Route | null) => void
  onFillUp: (route: Route) => void
}

const words = strings.settings.courier
const LONGEST_DAYS = 60
const NEW_ROUTE: Route = { surchargeFen: 0, days: [2, 3] }

/** What one courier asks and takes for one province; pressed, it opens to be edited. */
export function CourierCell({ label, route, onChange, onFillUp }: CourierCellProps) {
  const [isOpen, setOpen] = useState(false)
  const said = routeWords(route)
  const close = (act: () => void) => () => {
    act()
    setOpen(false)
  }
  return (
    <Popover
      trigger="click"
      open={isOpen}
      onOpenChange={setOpen}
      title={label}
      destroyOnHidden
      content={
        <RouteForm
          initial={route ?? NEW_ROUTE}
          onApply={(next) => close(() => onChange(next))()}
          onFillUp={(next) => close(() => onFillUp(next))()}
          onRemove={route ? close(() => onChange(null)) : null}
        />
      }
    >
      <button
        type="button"
        className={styles.cell}
        aria-label={`${label} ${said ? `${said.price} ${said.days}` : words.notServed}`}
      >
        {said ? (
          <>
            <span>{said.price}</span>
            <span className={styles.days}>{said.days}</span>
          </>
        ) : (
          <span className={styles.days}>{words.notServed}</span>
        )}
      </button>
    </Popover>
  )
}

interface RouteFormProps {
  initial: Route
  onApply: (route: Route) => void
  onFillUp: (route: Route) => void
  /** Null when there is nothing to take out. */
  onRemove: (() => void) | null
}

function RouteForm({ initial, onApply, onFillUp, onRemove }: RouteFormProps) {
  const [surcharge, setSurcharge] = useState(initial.surchargeFen / 100)
  const [from, setFrom] = useState(initial.days[0])
  const [to, setTo] = useState(initial.days[1])
  const route: Route = { surchargeFen: yuanToFen(surcharge), days: [Math.min(from, to), Math.max(from, to)] }
  return (
    <div className={styles.form}>
      <Amount label={words.surcharge} unit="元" value={surcharge} onChange={setSurcharge} />
      <Amount label={words.daysFrom} unit="天" isWhole value={from} onChange={setFrom} />
      <Amount label={words.daysTo} unit="天" isWhole value={to} onChange={setTo} />
      <div className={styles.formActions}>
        {onRemove && (
          <Button size="small" type="text" danger onClick={onRemove}>
            {words.notServed}
          </Button>
        )}
        <Button size="small" onClick={() => onFillUp(route)}>
          {words.fillUp}
        </Button>
        <Button size="small" type="primary" onClick={() => onApply(route)}>
          {words.apply}
        </Button>
      </div>
    </div>
  )
}

interface AmountProps {
  label: string
  unit: string
  /** Days are whole; money may have fen. */
  isWhole?: boolean
  value: number
  onChange: (value: number) => void
}

function Amount({ label, unit, isWhole = false, value, onChange }: AmountProps) {
  const id = useId()
  return (
    <div className={styles.amount}>
      <label htmlFor={id}>{label}</label>
      <InputNumber
        id={id}
        size="small"
        min={0}
        max={isWhole ? LONGEST_DAYS : undefined}
        precision={isWhole ? 0 : undefined}
        suffix={unit}
        value={value}
        onChange={(next) => onChange(next ?? 0)}
      />
    </div>
  )
}
