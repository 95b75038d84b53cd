/** An element of an answer; of its name only what stands behind the namespace's prefix. */
export interface XmlElement {
  name: string
  /** Its own text, entities resolved; that of its children is theirs. */
  text: string
  children: XmlElement[]
}

const TOKEN =
  /<!\[CDATA\[([\s\S]*?)\]\]>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<(\/?)([^\s<>/!?]+)((?:"[^"]*"|'[^']*'|[^"'<>])*)>|([^<]+)/y

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

const DEEPEST = 50

/**
 * Reads the XML that storage servers answer with: elements and texts. Attributes say nothing we need; a document type, and
 * with it any entity of its own, is refused. Takes time in proportion to the length.
 *
 * @throws SyntaxError for anything that is not such a document
 */
export function readXml(source: string): XmlElement {
  const document: XmlElement = { name: '', text: '', children: [] }
  const open = [document]
  const token = new RegExp(TOKEN)
  while (token.lastIndex < source.length) {
    const inner = open.at(-1)
    const match = token.exec(source)
    if (!match || !inner) throw new SyntaxError('no XML that a storage server writes')
    const [, literal, slash, fullName, rest, text] = match
    if (literal !== undefined) inner.text += literal
    else if (text !== undefined) inner.text += resolved(text)
    else if (fullName !== undefined) {
      const name = fullName.slice(fullName.indexOf(':') + 1)
      if (slash) {
        if (open.pop()?.name !== name || open.length === 0) throw new SyntaxError(`</${name}> closes nothing`)
        continue
      }
      const element = { name, text: '', children: [] }
      inner.children.push(element)
      if (!rest?.endsWith('/')) open.push(element)
      if (open.length > DEEPEST) throw new SyntaxError('too deep')
    }
  }
  const [root] = document.children
  if (open.length !== 1 || !root || document.children.length !== 1)
    throw new SyntaxError('not one whole element')
  return root
}

/** The first child of that name; undefined for none. */
export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((child) => child.name === name)

/** All elements below, at any depth, of that name. */
export function* allOf(element: XmlElement, name: string): Generator<XmlElement> {
  for (const child of element.children) {
    if (child.name === name) yield child
    yield* allOf(child, name)
  }
}

function resolved(text: string): string {
  return text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w{1,8}));/g, (whole, hex, decimal, name) => {
    if (name) return ENTITIES[name] ?? whole
    const point = hex ? Number.parseInt(hex, 16) : Number(decimal)
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole
  })
}
