import { Button, Drawer, Input } from 'antd'
import { useState } from 'react'
import { SearchIcon } from '../../../components/icons.tsx'
import { strings } from '../../../strings.ts'
import { matching } from '../script/word-match.ts'
import { inFamilies, type Word } from '../script/words.ts'
import styles from './LanguageHelp.module.css'

interface LanguageHelpProps {
  words: readonly Word[]
  isOpen: boolean
  onClose: () => void
  onInsert: (template: string) => void
}

const { help } = strings.editor

/** Everything a script can say, with what it means and an example; found by name, purpose or pinyin. */
export function LanguageHelp({ words, isOpen, onClose, onInsert }: LanguageHelpProps) {
  const [text, setText] = useState('')
  const found = matching(words, text.trim())
  return (
    <Drawer
      open={isOpen}
      size="min(30rem, 90vw)"
      title={help.title}
      onClose={onClose}
      destroyOnHidden
      afterOpenChange={(open) => !open && setText('')}
    >
      <Input
        autoFocus
        allowClear
        prefix={<SearchIcon />}
        aria-label={help.search}
        placeholder={help.search}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <p className={styles.introduction}>{help.introduction}</p>
      {found.length === 0 && <p role="status">{help.nothing(text)}</p>}
      {inFamilies(found).map((family) => (
        <section key={family.name} className={styles.family} aria-label={family.name}>
          <h3>{family.name}</h3>
          <dl>
            {family.words.map((word) => (
              <WordEntry key={word.name} word={word} onInsert={onInsert} />
            ))}
          </dl>
        </section>
      ))}
    </Drawer>
  )
}

function WordEntry({ word, onInsert }: { word: Word; onInsert: (template: string) => void }) {
  const { name, label, description, example, prints, alone } = word
  return (
    <div className={styles.word}>
      <dt>
        <code className={styles.name}>{name}</code>
        {!name.endsWith(label) && <span>{label}</span>}
        <Button size="small" type="text" aria-label={help.insertWord(name)} onClick={() => onInsert(alone)}>
          {help.insert}
        </Button>
      </dt>
      <dd>{description}</dd>
      {example !== '' && (
        <dd className={styles.example}>
          {prints === '' && !example.includes('{') ? (
            <>
              {help.forExample} {example}
            </>
          ) : (
            <>
              <code>{example}</code>
              {prints !== '' && <span>{prints}</span>}
            </>
          )}
        </dd>
      )}
    </div>
  )
}
