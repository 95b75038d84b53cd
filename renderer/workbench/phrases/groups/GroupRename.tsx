import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { GROUP_LIMITS } from '../../../../shared/model/phrase.ts'
import { messageOf, rpc } from '../../../client/index.ts'
import { strings } from '../../strings.ts'
import styles from './GroupPanel.module.css'

interface GroupRenameProps {
  id: string
  name: string
  /** @param focus whether the group is to have the keyboard again */
  onDone: (focus: boolean) => void
}

/** The name of a group as a field in its place: Enter keeps, Esc leaves it as it was, and so does a click elsewhere. */
export function GroupRename({ id, name, onDone }: GroupRenameProps) {
  const input = useRef<HTMLInputElement>(null)
  const save = useMutation({
    mutationFn: (next: string) => rpc.groups.rename.mutate({ id, name: next }),
    onSuccess: () => onDone(true),
    onError: () => input.current?.focus(),
  })
  useEffect(() => input.current?.select(), [])

  return (
    <span className={styles.renaming}>
      <input
        ref={input}
        // biome-ignore lint/a11y/noAutofocus: it was asked for by key or by menu
        autoFocus
        className={styles.field}
        aria-label={strings.groups.renaming(name)}
        aria-invalid={save.isError}
        defaultValue={name}
        maxLength={GROUP_LIMITS.name}
        onClick={(event) => event.stopPropagation()}
        onPointerDown={(event) => event.stopPropagation()}
        onBlur={() => !save.isPending && onDone(false)}
        onKeyDown={(event) => {
          event.stopPropagation()
          const next = event.currentTarget.value.trim()
          if (event.key === 'Escape' || (event.key === 'Enter' && next === name)) {
            event.preventDefault()
            onDone(true)
          } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
            event.preventDefault()
            save.mutate(next)
          }
        }}
      />
      {save.error && (
        <span className={styles.refusal} role="alert">
          {messageOf(save.error)}
        </span>
      )}
    </span>
  )
}
