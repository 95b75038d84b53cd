import { Button, Dropdown, type MenuProps } from 'antd'
import { useVocabulary } from '../../data/queries.ts'
import { strings } from '../../strings.ts'
import styles from './PhraseEditor.module.css'
import { familiesOf, type VocabularyFamily } from './vocabulary.ts'

/** The words of the script language, by family; choosing one puts it where the caret is. */
export function VocabularyBar({ onInsert }: { onInsert: (text: string) => void }) {
  const { data } = useVocabulary()
  return (
    <div className={styles.vocabulary} role="toolbar" aria-label={strings.editor.insert}>
      <span className={styles.vocabularyLabel}>{strings.editor.insert}</span>
      {data &&
        familiesOf(data).map((family) => (
          <Dropdown key={family.name} trigger={['click']} menu={menuOf(family, onInsert)}>
            <Button size="small">{family.name}</Button>
          </Dropdown>
        ))}
    </div>
  )
}

function menuOf({ entries }: VocabularyFamily, onInsert: (text: string) => void): MenuProps {
  return {
    className: styles.vocabularyMenu,
    items: entries.map(({ key, label, description }) => ({
      key,
      label: (
        <span className={styles.word}>
          <b>{label}</b>
          <span>{description}</span>
        </span>
      ),
    })),
    onClick({ key }) {
      const chosen = entries.find((entry) => entry.key === key)
      if (chosen) onInsert(chosen.text)
    },
  }
}
