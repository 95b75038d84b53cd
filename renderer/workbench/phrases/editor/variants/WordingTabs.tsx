import { Button, Form, Select, Tabs } from 'antd'
import type { PhraseVariant } from '../../../../../shared/model/phrase.ts'
import { PlusIcon } from '../../../components/icons.tsx'
import { strings } from '../../../strings.ts'
import { leaveByTab } from '../leave-by-tab.ts'
import type { Problem } from '../problems/problem.ts'
import { ScriptPane } from '../ScriptPane.tsx'
import { typeOptions, variantName } from './variants.ts'
import styles from './WordingTabs.module.css'

interface WordingTabsProps {
  variants: readonly PhraseVariant[]
  /** The wording that is open: a variant by its place, or null for the body. */
  active: number | null
  onOpen: (variant: number | null) => void
  onAdd: () => void
  onRemove: (variant: number) => void
  check: (text: string) => Problem[]
  onWaive: (problem: Problem) => void
}

const words = strings.editor.variants
const fields = strings.editor.fields
const BODY = 'body'

/** The phrase's wordings, one to a tab: the general one first, then those for certain buyers. */
export function WordingTabs({ variants, active, onOpen, onAdd, onRemove, ...writing }: WordingTabsProps) {
  return (
    <Tabs
      activeKey={active === null ? BODY : `${active}`}
      onChange={(key) => onOpen(key === BODY ? null : Number(key))}
      // The button stands beside the list of tabs: inside it, assistive programs would take it for one of them.
      renderTabBar={(props, TabBar) => (
        <div className={styles.head}>
          <span className={styles.label}>{fields.body}</span>
          <TabBar {...props} />
          <Button
            size="small"
            type="text"
            icon={<PlusIcon size="1em" />}
            title={words.addHint}
            onClick={onAdd}
          >
            {words.add}
          </Button>
        </div>
      )}
      items={[
        {
          key: BODY,
          label: words.general,
          forceRender: true,
          children: <ScriptPane name="body" label={fields.body} {...writing} />,
        },
        ...variants.map(({ buyerTypes }, place) => ({
          key: `${place}`,
          label: variantName(buyerTypes),
          // Each keeps its own history of changes while another is open.
          forceRender: true,
          children: (
            <>
              <div className={styles.types}>
                <Form.Item name={['variants', place, 'buyerTypes']} label={words.buyerTypes}>
                  <Select
                    mode="multiple"
                    showSearch={{ optionFilterProp: 'label' }}
                    onInputKeyDown={leaveByTab}
                    options={typeOptions(variants, place)}
                    placeholder={words.buyerTypesHint}
                  />
                </Form.Item>
                <Button type="text" onClick={() => onRemove(place)}>
                  {words.remove}
                </Button>
              </div>
              <ScriptPane
                name={['variants', place, 'body']}
                label={words.of(fields.body, variantName(buyerTypes))}
                {...writing}
              />
            </>
          ),
        })),
      ]}
    />
  )
}
