import { Button, Checkbox, Form, Input, InputNumber, Radio } from 'antd'
import { PlusIcon, TrashIcon } from '../../components/icons.tsx'
import { strings } from '../../strings.ts'
import styles from '../Settings.module.css'
import { NEW_DISCOUNT, NEW_TIER, type ShopForm } from './shop-form.ts'

const { Item, List } = Form<ShopForm>
const words = strings.settings.fields
const MOST_ROWS = 20

/** Free shipping, 满减 and 折扣, each rung on a line of its own. */
export function PromotionFields() {
  return (
    <>
      <Item name="freeShippingYuan" label={words.freeShipping} className={styles.half}>
        <InputNumber min={0} max={10_000_000} suffix="元" placeholder={words.noFreeShipping} />
      </Item>
      <h3 className={styles.listHead}>{words.tiers}</h3>
      <List name="tiers">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }) => (
              <div key={key} className={styles.rung}>
                <Item name={[name, 'reachYuan']} label={words.reach}>
                  <InputNumber min={0} suffix="元" />
                </Item>
                <Item name={[name, 'offYuan']} label={words.off}>
                  <InputNumber min={0} suffix="元" />
                </Item>
                <Dates at={name} />
                <Item name={[name, 'every']} label=" " valuePropName="checked">
                  <Checkbox>{words.every}</Checkbox>
                </Item>
                <RemoveRow what={words.tiers} onRemove={() => remove(name)} />
              </div>
            ))}
            <AddRow label={words.addTier} isFull={rows.length >= MOST_ROWS} onAdd={() => add(NEW_TIER)} />
          </>
        )}
      </List>
      <Item name="tiersStack" label={words.stack} className={styles.afterList}>
        <Radio.Group
          options={[
            { value: false, label: words.stackBest },
            { value: true, label: words.stackAll },
          ]}
        />
      </Item>
      <h3 className={styles.listHead}>{words.discounts}</h3>
      <List name="discounts">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }) => (
              <div key={key} className={styles.rung}>
                <Item name={[name, 'reachYuan']} label={words.reach}>
                  <InputNumber min={0} suffix="元" />
                </Item>
                <Item name={[name, 'percent']} label={words.percent} tooltip={words.percentHint}>
                  <InputNumber min={1} max={99} precision={0} suffix="%" />
                </Item>
                <Dates at={name} />
                <span />
                <RemoveRow what={words.discounts} onRemove={() => remove(name)} />
              </div>
            ))}
            <AddRow
              label={words.addDiscount}
              isFull={rows.length >= MOST_ROWS}
              onAdd={() => add(NEW_DISCOUNT)}
            />
          </>
        )}
      </List>
    </>
  )
}

function Dates({ at }: { at: number }) {
  return (
    <>
      <Form.Item name={[at, 'validFrom']} label={words.validFrom}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name={[at, 'validUntil']} label={words.validUntil}>
        <Input type="date" />
      </Form.Item>
    </>
  )
}

function RemoveRow({ what, onRemove }: { what: string; onRemove: () => void }) {
  return (
    <Form.Item label=" ">
      <Button type="text" icon={<TrashIcon />} aria-label={words.removeRow(what)} onClick={onRemove} />
    </Form.Item>
  )
}

function AddRow({ label, isFull, onAdd }: { label: string; isFull: boolean; onAdd: () => void }) {
  return (
    <Button size="small" icon={<PlusIcon />} disabled={isFull} onClick={onAdd}>
      {label}
    </Button>
  )
}
