/** A text as agents write them, and the ids of the rules that must find something in it; none: it must pass. */
export type WordingCase = readonly [text: string, ...rules: string[]]
