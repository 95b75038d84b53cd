import { Input } from 'antd'
import { useId, useState } from 'react'
import { tourStrings } from '../strings/tour.ts'
import { Attempt } from './Attempt.tsx'

const words = tourStrings.use
/** The initials of 问候 find the greeting among the sample's phrases. */
const LETTERS = 'wh'
/** Longer than what a person types to see whether the field works. */
const PHRASE_LENGTH = 8

/** A phrase is found and copied in the panel, and lands in a field here, as it would in a chat. */
export function TryPhrase() {
  const [text, setText] = useState('')
  const id = useId()
  return (
    <>
      <p>{words.body(LETTERS)}</p>
      <label htmlFor={id}>{words.pasteHere}</label>
      <Input.TextArea
        id={id}
        autoSize={{ minRows: 2, maxRows: 5 }}
        placeholder={words.placeholder}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Attempt isDone={text.length >= PHRASE_LENGTH} done={words.done} waiting={words.waiting} />
    </>
  )
}
