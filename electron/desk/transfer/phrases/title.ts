const TITLE_LENGTH = 24
/** No title needs more of a text than this, UTF-16 units. */
const TITLE_SOURCE_LENGTH = 500

/** Files have no titles: the first clause stands for the phrase in lists, without markup and emoji. */
export function titleFromBody(body: string): string {
  const plain = body
    .slice(0, TITLE_SOURCE_LENGTH)
    .replace(/\{%.*?%\}/gs, '')
    .replace(
      /\{\{\s*(.*?)\s*\}\}/gs,
      (_, inner: string) => inner.split('|')[0]?.trim().split('.').at(-1) ?? '',
    )
    .replace(/\p{Extended_Pictographic}|\u200d|\ufe0f/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
  // A greeting alone ("亲，") says nothing: take clauses until there is something to read.
  const clauses = plain.match(/[^，。！？；,!?;~]+[，。！？；,!?;~]*/g) ?? [plain]
  let title = ''
  for (const clause of clauses) {
    if ([...title].length >= 8) break
    title += clause
  }
  title = title.replace(/[，。！？；,!?;~\s]+$/u, '').trim() || plain || body.trim()
  return [...title].slice(0, TITLE_LENGTH).join('')
}
