import { Button, Tag } from 'antd'
import { machineStrings } from '../../strings/machine.ts'
import styles from './Targets.module.css'
import type { ListedTarget } from './target-form.ts'

interface TargetRowProps extends ListedTarget {
  isTrying: boolean
  onTry: () => void
  onEdit: () => void
  /** Takes out what the agent said of it. */
  onDrop: () => void
}

const words = machineStrings.targets

/** One chat program: by what its windows are known, and what can be done about it. */
export function TargetRow({ target, origin, isTrying, onTry, onEdit, onDrop }: TargetRowProps) {
  const { name, exe, title, pasteKeys } = target
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <strong>{name}</strong> {origin !== 'known' && <Tag>{words.origins[origin]}</Tag>}
        <p className={styles.hint}>
          {exe.join('、')} · {title || words.anyTitle} · {words.keyNames[pasteKeys]}
        </p>
      </div>
      <Button size="small" aria-label={words.tryNamed(name)} disabled={isTrying} onClick={onTry}>
        {words.try}
      </Button>
      <Button size="small" type="text" aria-label={words.editNamed(name)} onClick={onEdit}>
        {words.edit}
      </Button>
      {origin === 'changed' && (
        <Button size="small" type="text" aria-label={words.restoreNamed(name)} onClick={onDrop}>
          {words.restore}
        </Button>
      )}
      {origin === 'own' && (
        <Button size="small" type="text" danger aria-label={words.removeNamed(name)} onClick={onDrop}>
          {words.remove}
        </Button>
      )}
    </li>
  )
}
