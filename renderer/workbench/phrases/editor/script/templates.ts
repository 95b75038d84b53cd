/**
 * What a word puts into a script, in CodeMirror's snippet syntax: `${1:90}` is a field, and fields are selected in turn.
 * Templates are read from the examples in the language's own documentation, so that a word is shown and completed alike.
 */
type Field = (text: string) => string

/** A filter with its arguments as fields: `每天: ${1:90}`. */
export function filterTemplate(name: string, example: string): string {
  return filterWith(name, example, fieldsFromOne())
}

/** A tag from its name on, with what it asks for and the words inside as fields: `if ${1:商品.赠品} %}${2:送}…`. */
export function tagTemplate(name: string, example: string): string {
  const field = fieldsFromOne()
  const opening = new RegExp(`^\\{%\\s*${escaped(name)}\\s*(.*?)\\s*%\\}`, 's').exec(example)
  if (!opening) return `${name} %}`
  const argument = opening[1] ? ` ${field(opening[1])}` : ''
  const end = `{% end${name} %}`
  const contentEnd = example.lastIndexOf(end)
  if (contentEnd < 0) return `${name}${argument} %}`
  const content = example.slice(opening[0].length, contentEnd)
  return `${name}${argument} %}${contentTemplate(content, field)}${plain(end)}`
}

/** An output with one filter, from its braces on: `{{ 商品.价格 | 每天: ${1:90} }}`. */
export function outputTemplate(name: string, example: string): string {
  const bar = example.search(new RegExp(`\\|\\s*${escaped(name)}\\s*[:|}]`))
  if (bar < 0) return plain(example)
  const filter = filterWith(name, example, fieldsFromOne())
  const after = example.slice(bar).replace(new RegExp(`^\\|\\s*${escaped(name)}\\s*(:[^|}]*)?`), '')
  return `${plain(example.slice(0, bar))}| ${filter}${after.startsWith(' ') ? '' : ' '}${plain(after)}`
}

/** Text that a template puts in as it is. */
export function plain(text: string): string {
  return text.replace(/[{}]/g, (brace) => `\\${brace}`)
}

function filterWith(name: string, example: string, field: Field): string {
  const written = new RegExp(`\\|\\s*${escaped(name)}\\s*:([^|}]*)`).exec(example)?.[1]?.trim()
  return written ? `${name}: ${written.split(/,\s*/).map(field).join(', ')}` : name
}

/** Words are fields, markup among them stands as it is. */
function contentTemplate(content: string, field: Field): string {
  const pieces = content.split(/(\{\{.*?\}\}|\{%.*?%\})/s)
  return pieces.map((piece) => (piece === '' || piece.startsWith('{') ? plain(piece) : field(piece))).join('')
}

/** Makes fields numbered from 1. Of what stands in quotes only the words are the field, so that typing keeps the quotes. */
function fieldsFromOne(): Field {
  let number = 0
  return (text) => {
    if (/[{}]/.test(text)) return plain(text)
    number += 1
    const quoted = /^"(.*)"$/.exec(text)
    return quoted ? `"\${${number}:${quoted[1]}}"` : `\${${number}:${text}}`
  }
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\#]/g, '\\$&')
}
