import { Button, Form, Input } from 'antd'
import { PlusIcon, TrashIcon } from '../../components/icons.tsx'
import { strings } from '../../strings.ts'
import styles from '../Settings.module.css'
import { NEW_SPELL } from './calendar-form.ts'
import type { ShopForm } from './shop-form.ts'

const { Item, List } = Form<ShopForm>
const words = strings.settings.fields
const MOST_SPELLS = 40

/** The shop's own calendar above the public one: days it rests, and days it works although others rest. */
export function CalendarFields() {
  return (
    <>
      <h3 className={styles.listHead}>{words.closures}</h3>
      <Spells name="closures" add={words.addClosure} hasReason />
      <h3 className={styles.listHead}>{words.openings}</h3>
      <Spells name="openings" add={words.addOpening} />
    </>
  )
}

interface SpellsProps {
  name: 'closures' | 'openings'
  add: string
  hasReason?: boolean
}

function Spells({ name: list, add: addWords, hasReason = false }: SpellsProps) {
  return (
    <List name={list}>
      {(rows, { add, remove }) => (
        <>
          {rows.map(({ key, name }) => (
            <div key={key} className={styles.spell}>
              <Item name={[name, 'from']} label={words.dayFrom}>
                <Input type="date" />
              </Item>
              <Item name={[name, 'until']} label={words.dayUntil}>
                <Input type="date" />
              </Item>
              {hasReason ? (
                <Item name={[name, 'reason']} label={words.closureReason}>
                  <Input maxLength={40} placeholder={words.closureReasonHint} />
                </Item>
              ) : (
                <span />
              )}
              <Item label=" ">
                <Button
                  type="text"
                  icon={<TrashIcon />}
                  aria-label={words.removeSpell(name + 1)}
                  onClick={() => remove(name)}
                />
              </Item>
            </div>
          ))}
          <Button
            size="small"
            icon={<PlusIcon />}
            disabled={rows.length >= MOST_SPELLS}
            onClick={() => add(NEW_SPELL)}
          >
            {addWords}
          </Button>
        </>
      )}
    </List>
  )
}
