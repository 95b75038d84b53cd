import { Button } from 'antd'
import { useState } from 'react'
import { CUSTOMER_LIMITS } from '../../../../shared/model/customer.ts'
import { useNotice } from '../../data/use-notice.tsx'
import { Section } from '../../products/Section.tsx'
import { customerStrings as words } from '../../strings/customers.ts'
import { strings } from '../../strings.ts'
import type { View } from '../masking.ts'
import { dayWords } from '../wording.ts'
import { NoteField } from './NoteField.tsx'
import styles from './Notes.module.css'
import { type Note, type Notes, newestFirst, without, withText } from './notes.ts'

interface NoteListProps {
  notes: Notes
  view: View
  /** Null where nothing may be changed. Resolves to whether the change was kept. */
  onChange: ((notes: Notes) => Promise<boolean>) | null
  /** Brings a removed note back. */
  onRestore: (note: Note) => void
  onReveal: () => void
}

/** 备注: what an agent wants to know at the next conversation, each with its day. */
export function NoteList({ notes, view, onChange, onRestore, onReveal }: NoteListProps) {
  const [editing, setEditing] = useState<number | null>(null)
  const notice = useNotice()

  const edit = (place: number) => {
    // One cannot write what one does not see.
    onReveal()
    setEditing(place)
  }
  const remove = async (note: Note, place: number) => {
    setEditing(null)
    if (await onChange?.(without(notes, place))) notice.undoable(words.noteRemoved, () => onRestore(note))
  }

  return (
    <Section title={words.notes}>
      {onChange && notes.length < CUSTOMER_LIMITS.notes && (
        <NoteField
          label={words.newNote}
          placeholder={words.newNoteHint}
          save={words.addNote}
          onSave={(text) => onChange([...notes, { at: Date.now(), text }])}
        />
      )}
      {notes.length === 0 && !onChange && <p className={styles.none}>{words.noNotes}</p>}
      <ul className={styles.notes}>
        {newestFirst(notes).map(({ note, place }) => (
          <li key={place} className={styles.note}>
            {editing === place && onChange ? (
              <NoteField
                autoFocus
                label={words.noteText}
                initial={note.text}
                save={strings.save}
                onSave={async (text) => {
                  const isKept = await onChange(withText(notes, place, text))
                  if (isKept) setEditing(null)
                  return isKept
                }}
              >
                <Button type="text" onClick={() => setEditing(null)}>
                  {strings.cancel}
                </Button>
              </NoteField>
            ) : (
              <NoteLine
                note={note}
                view={view}
                {...(onChange && { onEdit: () => edit(place), onRemove: () => void remove(note, place) })}
              />
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

interface NoteLineProps {
  note: Note
  view: View
  onEdit?: () => void
  onRemove?: () => void
}

function NoteLine({ note: { at, text }, view, onEdit, onRemove }: NoteLineProps) {
  const day = dayWords(at, Date.now())
  return (
    <>
      <p className={styles.text}>{view.text(text)}</p>
      <div className={styles.line}>
        <span>{day}</span>
        {onEdit && (
          <Button type="text" size="small" aria-label={words.editNote(day)} onClick={onEdit}>
            {words.edit}
          </Button>
        )}
        {onRemove && (
          <Button type="text" size="small" aria-label={words.removeNote(day)} onClick={onRemove}>
            {words.remove}
          </Button>
        )}
      </div>
    </>
  )
}
