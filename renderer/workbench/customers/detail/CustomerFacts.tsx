import { Segmented, Select } from 'antd'
import type { ReactNode } from 'react'
import {
  type Customer,
  RECIPIENT_NAMES,
  RECIPIENTS,
  type Recipient,
} from '../../../../shared/model/customer.ts'
import { MEASURES } from '../../../../shared/model/measures.ts'
import { PROVINCES } from '../../../../shared/model/provinces.ts'
import { BUYER_TYPE_NAMES, BUYER_TYPES, type BuyerType } from '../../../../shared/model/steps.ts'
import { Section } from '../../products/Section.tsx'
import { customerStrings as words } from '../../strings/customers.ts'
import type { ChangeCustomer } from '../use-customers.ts'
import styles from './CustomerFacts.module.css'
import { MeasureField } from './MeasureField.tsx'

interface CustomerFactsProps {
  customer: Customer
  /** Null where nothing may be changed. */
  onChange: ChangeCustomer | null
}

const typeOptions = BUYER_TYPES.map((value) => ({ value, label: BUYER_TYPE_NAMES[value] }))
const provinceOptions = PROVINCES.map((value) => ({ value, label: value }))
const recipientOptions = RECIPIENTS.map((value) => ({ value, label: RECIPIENT_NAMES[value] }))
const FOR_WHOM = [
  { value: false, label: words.self },
  { value: true, label: words.gift },
]

/** 资料: what scripts are filled with. Every change is saved as it is made. */
export function CustomerFacts({ customer, onChange }: CustomerFactsProps) {
  const disabled = onChange === null
  return (
    <>
      <Section title={words.facts}>
        <div className={styles.facts}>
          <Fact label={words.type}>
            <Select
              aria-label={words.type}
              placeholder="–"
              allowClear
              disabled={disabled}
              options={typeOptions}
              value={customer.type}
              onChange={(type?: BuyerType) => onChange?.({ type: type ?? null })}
            />
          </Fact>
          <Fact label={words.province}>
            <Select
              aria-label={words.province}
              placeholder="–"
              allowClear
              disabled={disabled}
              showSearch={{ optionFilterProp: 'label' }}
              options={provinceOptions}
              value={customer.province}
              onChange={(province?: string) => onChange?.({ province: province ?? null })}
            />
          </Fact>
          <Fact label={words.forWhom}>
            <Segmented
              aria-label={words.forWhom}
              disabled={disabled}
              options={FOR_WHOM}
              value={customer.isGift}
              onChange={(isGift) => onChange?.({ isGift, recipient: isGift ? customer.recipient : null })}
            />
          </Fact>
          {customer.isGift && (
            <Fact label={words.recipient}>
              <Select
                aria-label={words.recipient}
                placeholder="–"
                allowClear
                disabled={disabled}
                options={recipientOptions}
                value={customer.recipient}
                onChange={(recipient?: Recipient) => onChange?.({ recipient: recipient ?? null })}
              />
            </Fact>
          )}
        </div>
      </Section>
      <Section title={words.measures}>
        <div className={styles.measures}>
          {MEASURES.map((measure) => (
            <MeasureField
              key={measure}
              measure={measure}
              value={customer.measures[measure] ?? null}
              disabled={disabled}
              onSave={(value) => {
                const { [measure]: _, ...others } = customer.measures
                onChange?.({ measures: value === null ? others : { ...others, [measure]: value } })
              }}
            />
          ))}
        </div>
      </Section>
    </>
  )
}

/** Decoration for the eye: the field inside bears the same name for ears. */
function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <span className={styles.label} aria-hidden="true">
        {label}
      </span>
      {children}
    </>
  )
}
