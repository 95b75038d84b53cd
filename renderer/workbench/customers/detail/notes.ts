import type { CustomerDraft } from '../../../../shared/model/customer.ts'

export type Notes = CustomerDraft['notes']
export type Note = Notes[number]

/** The notes with their places, the newest first. */
export function newestFirst(notes: Notes): { note: Note; place: number }[] {
  return notes
    .map((note, place) => ({ note, place }))
    .sort((one, other) => other.note.at - one.note.at || other.place - one.place)
}

/** The same notes with another text at `place`; the day it was noted stays. */
export function withText(notes: Notes, place: number, text: string): Notes {
  return notes.map((note, at) => (at === place ? { ...note, text } : note))
}

export function without(notes: Notes, place: number): Notes {
  return notes.filter((_, at) => at !== place)
}

/** The note among the others, by its time. */
export function withNote(notes: Notes, note: Note): Notes {
  return [...notes, note].sort((one, other) => one.at - other.at)
}
