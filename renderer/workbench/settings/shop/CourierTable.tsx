import { Button, Input, Popconfirm, Radio } from 'antd'
import { useState } from 'react'
import { type Courier, PROVINCES } from '../../../../shared/model/shop.ts'
import { PlusIcon, TrashIcon } from '../../components/icons.tsx'
import { strings } from '../../strings.ts'
import { CourierCell } from './CourierCell.tsx'
import styles from './Couriers.module.css'
import { filledUp, withDefault, withRoute } from './courier-grid.ts'

interface CourierTableProps {
  /** Given by the form that holds it. */
  value?: Courier[]
  onChange?: (couriers: Courier[]) => void
}

const words = strings.settings.courier
const MOST_COURIERS = 20

/** Surcharge and days by province and courier; a cell opens to be edited. */
export function CourierTable({ value: couriers = [], onChange = () => undefined }: CourierTableProps) {
  return (
    <>
      {couriers.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
        <section className={styles.frame} tabIndex={0} aria-label={strings.settings.courierTable}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{words.province}</th>
                {couriers.map((courier, at) => (
                  <th key={courier.name} scope="col">
                    <CourierHead
                      courier={courier}
                      onDefault={() => onChange(withDefault(couriers, at))}
                      onRemove={() => onChange(couriers.filter((one) => one !== courier))}
                    />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {PROVINCES.map((province) => (
                <tr key={province}>
                  <th scope="row">{province}</th>
                  {couriers.map((courier, at) => (
                    <td key={courier.name}>
                      <CourierCell
                        label={`${province} ${courier.name}`}
                        route={courier.provinces[province]}
                        onChange={(route) => onChange(withRoute(couriers, at, province, route))}
                        onFillUp={(route) => onChange(filledUp(couriers, at, route))}
                      />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {couriers.length === 0 && <p className={styles.none}>{words.none}</p>}
      {couriers.length < MOST_COURIERS && (
        <NewCourier
          taken={couriers.map(({ name }) => name)}
          onAdd={(name) => onChange([...couriers, { name, isDefault: couriers.length === 0, provinces: {} }])}
        />
      )}
    </>
  )
}

interface CourierHeadProps {
  courier: Courier
  onDefault: () => void
  onRemove: () => void
}

function CourierHead({ courier: { name, isDefault }, onDefault, onRemove }: CourierHeadProps) {
  return (
    <div className={styles.head}>
      <span>{name}</span>
      <Radio checked={isDefault} onChange={onDefault} aria-label={words.makeDefault(name)}>
        {words.default}
      </Radio>
      <Popconfirm
        title={words.removeQuestion(name)}
        okText={words.remove}
        okButtonProps={{ danger: true }}
        onConfirm={onRemove}
      >
        <Button
          type="text"
          size="small"
          icon={<TrashIcon size="1rem" />}
          aria-label={words.removeQuestion(name)}
        />
      </Popconfirm>
    </div>
  )
}

function NewCourier({ taken, onAdd }: { taken: readonly string[]; onAdd: (name: string) => void }) {
  const [name, setName] = useState('')
  const trimmed = name.trim()
  const canAdd = trimmed !== '' && !taken.includes(trimmed)
  const add = () => {
    if (!canAdd) return
    onAdd(trimmed)
    setName('')
  }
  return (
    <div className={styles.newCourier}>
      <Input
        size="small"
        maxLength={20}
        aria-label={words.newName}
        placeholder={words.newName}
        value={name}
        onChange={(event) => setName(event.target.value)}
        onPressEnter={(event) => {
          event.preventDefault()
          add()
        }}
      />
      <Button size="small" icon={<PlusIcon />} disabled={!canAdd} onClick={add}>
        {words.add}
      </Button>
    </div>
  )
}
