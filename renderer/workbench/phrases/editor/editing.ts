/** The phrase in the editor: one that exists, or a new one. */
export type Editing = { phraseId: string } | 'new'
