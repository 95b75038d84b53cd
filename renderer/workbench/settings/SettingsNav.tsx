import { Input } from 'antd'
import { useState } from 'react'
import { SearchIcon } from '../components/icons.tsx'
import { machineStrings } from '../strings/machine.ts'
import { NAV, soughtIn } from './nav-entries.ts'
import styles from './SettingsNav.module.css'

const words = machineStrings.nav

interface SettingsNavProps {
  /** The section that is being read. */
  current: string | null
  onGo: (id: string) => void
}

/** The page's sections, and a search among them: Enter goes to the first that is found. */
export function SettingsNav({ current, onGo }: SettingsNavProps) {
  const [text, setText] = useState('')
  const groups = soughtIn(NAV, text)
  const [first] = groups
  return (
    <nav className={styles.nav} aria-label={words.label}>
      <Input
        allowClear
        prefix={<SearchIcon size="1rem" />}
        aria-label={words.search}
        placeholder={words.search}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onPressEnter={(event) => {
          const entry = first?.entries[0]
          if (entry && !event.nativeEvent.isComposing) onGo(entry.id)
        }}
      />
      <div className={text === '' ? styles.groups : `${styles.groups} ${styles.found}`}>
        {groups.map(({ title, entries }) => (
          <div key={title}>
            <p className={styles.group}>{title}</p>
            <ul>
              {entries.map(({ id, title: name }) => (
                <li key={id}>
                  <button
                    type="button"
                    className={styles.entry}
                    aria-current={id === current ? 'location' : undefined}
                    onClick={() => onGo(id)}
                  >
                    {name}
                  </button>
                </li>
              ))}
            </ul>
          </div>
        ))}
        {groups.length === 0 && (
          <p className={styles.none} role="status">
            {words.none}
          </p>
        )}
      </div>
    </nav>
  )
}
