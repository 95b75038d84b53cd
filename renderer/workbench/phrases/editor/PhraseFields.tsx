import { Form, Input, Select, Switch } from 'antd'
import { PHRASE_LIMITS } from '../../../../shared/model/phrase.ts'
import { BUYER_TYPE_NAMES, BUYER_TYPES, STEP_NAMES, STEPS } from '../../../../shared/model/steps.ts'
import { strings } from '../../strings.ts'
import { GroupSelect } from '../GroupSelect.tsx'
import type { GroupNode } from '../group-tree.ts'
import { leaveByTab } from './leave-by-tab.ts'
import styles from './PhraseEditor.module.css'
import type { PhraseForm } from './phrase-form.ts'
import { CheckedScript } from './problems/CheckedScript.tsx'
import type { Problem } from './problems/problem.ts'
import { useCodeHolder } from './use-code-holder.ts'

const { Item } = Form<PhraseForm>

const words = strings.editor.fields
const stepOptions = STEPS.map((step) => ({ value: step, label: STEP_NAMES[step] }))
const buyerTypeOptions = BUYER_TYPES.map((type) => ({ value: type, label: BUYER_TYPE_NAMES[type] }))

export function TitleField({ autoFocus }: { autoFocus: boolean }) {
  return (
    <Item name="title" label={words.title}>
      <Input autoFocus={autoFocus} maxLength={PHRASE_LIMITS.title} placeholder={words.titleHint} />
    </Item>
  )
}

/** The short code. That another phrase has it is said while it is typed, not only when it is refused. */
export function CodeField({ phraseId }: { phraseId: string | null }) {
  const holder = useCodeHolder(Form.useWatch<PhraseForm['code']>('code') ?? '', phraseId)
  return (
    <Item
      name="code"
      label={words.code}
      validateStatus={holder ? 'warning' : undefined}
      extra={
        holder && (
          <span className={styles.taken} role="status">
            {words.codeTaken(holder.title)}
          </span>
        )
      }
    >
      <Input maxLength={PHRASE_LIMITS.code} placeholder={words.codeHint} />
    </Item>
  )
}

interface PhraseFieldsProps {
  tree: readonly GroupNode[]
  checkCondition: (condition: string) => Problem[]
}

/** Everything about a phrase but its names and its script. */
export function PhraseFields({ tree, checkCondition }: PhraseFieldsProps) {
  return (
    <div className={styles.fields}>
      <Item name="groupId" label={words.group}>
        <GroupSelect tree={tree} />
      </Item>
      <Item name="step" label={words.step}>
        <Select options={stepOptions} />
      </Item>
      <Item name="buyerTypes" label={words.buyerTypes}>
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          onInputKeyDown={leaveByTab}
          options={buyerTypeOptions}
          placeholder={words.buyerTypesHint}
        />
      </Item>
      <Item name="tags" label={words.tags} className={styles.wide}>
        <Select
          mode="tags"
          open={false}
          suffixIcon={null}
          tokenSeparators={[',', '，', '、', ' ']}
          placeholder={words.tagsHint}
        />
      </Item>
      <Item name="pinned" label={words.pinned} tooltip={words.pinnedHint} valuePropName="checked">
        <Switch />
      </Item>
      <Item name="validFrom" label={words.validFrom}>
        <Input type="date" />
      </Item>
      <Item name="validUntil" label={words.validUntil}>
        <Input type="date" />
      </Item>
      <Item name="guard" label={words.guard} className={styles.whole} extra={words.guardNote}>
        <CheckedScript
          writing="condition"
          label={words.guard}
          placeholder={words.guardHint}
          check={checkCondition}
        />
      </Item>
      <Item name="questions" label={words.questions} className={styles.whole}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} placeholder={words.questionsHint} />
      </Item>
    </div>
  )
}
