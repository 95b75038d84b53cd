import { Button, Checkbox, InputNumber, Select } from 'antd'
import { useId, useState } from 'react'
import { MEASURE_NAMES, MEASURES, type Measure } from '../../../../../shared/model/measures.ts'
import { PROVINCES } from '../../../../../shared/model/provinces.ts'
import { BUYER_TYPE_NAMES, BUYER_TYPES, type BuyerType } from '../../../../../shared/model/steps.ts'
import { ChevronIcon } from '../../../components/icons.tsx'
import { strings } from '../../../strings.ts'
import styles from './Preview.module.css'
import type { SupposedBuyer } from './preview-buyer.ts'

interface BuyerFormProps {
  buyer: SupposedBuyer
  onChange: (buyer: SupposedBuyer) => void
}

const typeOptions = BUYER_TYPES.map((value) => ({ value, label: BUYER_TYPE_NAMES[value] }))
const provinceOptions = PROVINCES.map((value) => ({ value, label: value }))
/** As the model of a buyer bounds them. */
const MEASURE_LIMITS = { min: 1, max: 500 }

export function BuyerTypeSelect({ buyer, onChange }: BuyerFormProps) {
  return (
    <Select
      aria-label={strings.editor.previewBuyer}
      placeholder={strings.editor.previewBuyer}
      allowClear
      variant="filled"
      showSearch={{ optionFilterProp: 'label' }}
      options={typeOptions}
      value={buyer.type}
      onChange={(type?: BuyerType) => onChange({ ...buyer, type: type ?? null })}
    />
  )
}

/** The rest of what scripts ask about a buyer, folded away until it is wanted. */
export function BuyerForm({ buyer, onChange }: BuyerFormProps) {
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const measured = (measure: Measure, value: number | null) => {
    const { [measure]: _, ...others } = buyer.measures
    onChange({ ...buyer, measures: value === null ? others : { ...others, [measure]: value } })
  }
  return (
    <div className={styles.about}>
      <Button
        type="text"
        size="small"
        aria-expanded={isOpen}
        aria-controls={id}
        icon={<ChevronIcon size="1em" />}
        onClick={() => setOpen(!isOpen)}
      >
        {strings.editor.previewAbout}
      </Button>
      <div id={id} hidden={!isOpen} className={styles.aboutFields}>
        <Select
          aria-label={strings.editor.previewProvince}
          placeholder={strings.editor.previewProvince}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          options={provinceOptions}
          value={buyer.province}
          onChange={(province?: string) => onChange({ ...buyer, province: province ?? null })}
        />
        <Checkbox
          checked={buyer.isGift}
          onChange={({ target }) => onChange({ ...buyer, isGift: target.checked })}
        >
          {strings.editor.previewGift}
        </Checkbox>
        {MEASURES.map((measure) => (
          <InputNumber
            key={measure}
            {...MEASURE_LIMITS}
            aria-label={MEASURE_NAMES[measure]}
            placeholder={MEASURE_NAMES[measure]}
            suffix={measure === 'weightKg' ? 'kg' : 'cm'}
            controls={false}
            value={buyer.measures[measure] ?? null}
            onChange={(value) => measured(measure, value)}
          />
        ))}
      </div>
    </div>
  )
}
