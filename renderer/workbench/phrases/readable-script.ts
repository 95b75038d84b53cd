const OUTPUT = /\{\{-?\s*(.*?)\s*-?\}\}/gs
const TAG = /\{%-?.*?-?%\}/gs
/** A filter that says what the output is when the fact is not there; no reader of a list needs it. */
const FALLBACK = 'default'

/** A script as a list shows it: on one line, each output as what it stands for (`〔商品价格 每天〕`), conditions left out. */
export function readableScript(script: string): string {
  return script
    .replace(OUTPUT, (_, inside: string) => `〔${outputName(inside)}〕`)
    .replace(TAG, '')
    .replace(/\s+/g, ' ')
    .trim()
}

function outputName(inside: string): string {
  const [fact = '', ...filters] = inside.split('|').map((part) => part.trim())
  const names = filters
    .map((filter) => filter.split(/[:：\s]/, 1)[0])
    .filter((name) => name && name !== FALLBACK)
  return [fact.replace('.', ''), ...names].join(' ')
}
