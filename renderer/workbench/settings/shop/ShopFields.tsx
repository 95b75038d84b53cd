import { Checkbox, Form, Input, InputNumber, Switch } from 'antd'
import { nextDispatch } from '../../../../shared/techniques/delivery/cut-off.ts'
import { strings } from '../../strings.ts'
import styles from '../Settings.module.css'
import { CalendarFields } from './CalendarFields.tsx'
import { daysOf } from './calendar-form.ts'
import type { ShopForm } from './shop-form.ts'

const { Item } = Form<ShopForm>
const words = strings.settings.fields
const DAYS = strings.settings.weekdays.map((label, at) => ({ label, value: at + 1 }))

export function NameFields() {
  return (
    <div className={styles.fields}>
      <Item name="name" label={words.name}>
        <Input maxLength={60} />
      </Item>
      <Item name="petName" label={words.petName}>
        <Input maxLength={20} placeholder={words.petNameHint} />
      </Item>
      <Item name="serviceHours" label={words.serviceHours}>
        <Input maxLength={60} placeholder={words.serviceHoursHint} />
      </Item>
    </div>
  )
}

export function DispatchFields() {
  return (
    <>
      <div className={styles.fields}>
        <Item name="cutOff" label={words.cutOff}>
          <Input type="time" />
        </Item>
        <Item name="dispatchPlace" label={words.dispatchPlace}>
          <Input maxLength={40} placeholder={words.dispatchPlaceHint} />
        </Item>
      </div>
      <Item name="dispatchDays" label={words.dispatchDays}>
        <Checkbox.Group options={DAYS} />
      </Item>
      <CalendarFields />
      <NextDispatch />
    </>
  )
}

/** What the calendar that is being filled in comes to, said as an agent would hear it. */
function NextDispatch() {
  const form = Form.useFormInstance<ShopForm>()
  const [cutOff, dispatchDays, closures, openings] = [
    Form.useWatch('cutOff', form),
    Form.useWatch('dispatchDays', form),
    Form.useWatch('closures', form),
    Form.useWatch('openings', form),
  ]
  if (!cutOff || !dispatchDays || !closures || !openings) return null
  const calendar = {
    cutOff,
    dispatchDays,
    closedDays: daysOf(closures),
    openDays: daysOf(openings).map(({ day }) => day),
  }
  const next = nextDispatch(calendar, Date.now())
  return (
    <p className={styles.outcome} role="status">
      {next ? words.nextDispatch(next.spoken) : words.noDispatch}
    </p>
  )
}

export function LimitFields() {
  return (
    <div className={styles.fields}>
      <Item name="discountLimitYuan" label={words.discountLimit}>
        <InputNumber min={0} max={10_000_000} suffix="元" />
      </Item>
      <Item name="leadName" label={words.leadName}>
        <Input maxLength={30} />
      </Item>
      <Item name="scarceAtMost" label={words.scarceAtMost}>
        <InputNumber min={0} max={1000} precision={0} suffix="件" />
      </Item>
      <Item name="stockFreshHours" label={words.stockFreshHours}>
        <InputNumber min={1} max={720} precision={0} suffix="小时" />
      </Item>
    </div>
  )
}

export function ReturnFields() {
  return (
    <div className={styles.fields}>
      <Item name="returnDays" label={words.returnDays}>
        <InputNumber min={0} max={90} precision={0} suffix="天" />
      </Item>
      <Item name="hasFreightInsurance" label={words.hasFreightInsurance} valuePropName="checked">
        <Switch />
      </Item>
    </div>
  )
}
