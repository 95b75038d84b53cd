import { Button, Dropdown, type MenuProps } from 'antd'
import { useMemo, useState } from 'react'
import { useVocabulary } from '../../data/queries.ts'
import { strings } from '../../strings.ts'
import { LanguageHelp } from './help/LanguageHelp.tsx'
import styles from './PhraseEditor.module.css'
import { type Family, inFamilies, wordsOf } from './script/words.ts'

/** The words of the script language, by family; choosing one puts it where the caret is. */
export function WordBar({ onInsert }: { onInsert: (template: string) => void }) {
  const { data } = useVocabulary()
  const [isHelpOpen, setHelpOpen] = useState(false)
  const words = useMemo(() => data && wordsOf(data), [data])
  return (
    <>
      <div className={styles.words} role="toolbar" aria-label={strings.editor.insert}>
        {words &&
          inFamilies(words.text).map((family) => (
            <Dropdown key={family.name} trigger={['click']} menu={menuOf(family, onInsert)}>
              <Button size="small">{family.name}</Button>
            </Dropdown>
          ))}
        <Button size="small" type="text" onClick={() => setHelpOpen(true)}>
          {strings.editor.help.open}
        </Button>
        <span className={styles.keys}>{strings.editor.keys}</span>
      </div>
      {words && (
        <LanguageHelp
          words={[...new Set([...words.text, ...words.filter])]}
          isOpen={isHelpOpen}
          onClose={() => setHelpOpen(false)}
          onInsert={(template) => {
            setHelpOpen(false)
            onInsert(template)
          }}
        />
      )}
    </>
  )
}

function menuOf({ words }: Family, onInsert: (template: string) => void): MenuProps {
  return {
    className: styles.wordMenu,
    items: words.map(({ name, label, description }) => ({
      key: name,
      label: (
        <span className={styles.word}>
          <b>{label}</b>
          <span>{description}</span>
        </span>
      ),
    })),
    onClick({ key }) {
      const chosen = words.find(({ name }) => name === key)
      if (chosen) onInsert(chosen.alone)
    },
  }
}
