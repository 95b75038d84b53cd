/** What an input method in Chinese mode writes where the script language has ASCII; one character each, so places stay. */
const ASCII: Readonly<Record<string, string>> = {
  '\uff5c': '|',
  '\uff1a': ':',
  '\uff0c': ',',
  '\uff0e': '.',
  '\uff08': '(',
  '\uff09': ')',
  '\u201c': '"',
  '\u201d': '"',
  '\u2018': "'",
  '\u2019': "'",
  '\uff1d': '=',
  '\uff1e': '>',
  '\uff1c': '<',
  '\u3000': ' ',
}

/** A raw block as a whole (the first group), or one output or tag. */
const MARKUP = /(\{%-?\s*raw\s*-?%\}.*?\{%-?\s*endraw\s*-?%\})|\{\{.*?\}\}|\{%.*?%\}/gs

/**
 * The script with full-width punctuation inside `{{ }}` and `{% %}` as ASCII, so that `{{ 商品.价格｜每天：90 }}` means what
 * its author meant. Text outside the markup, and what stands in quotes inside it, is left as it is; so is the length.
 */
export function withAsciiMarkup(body: string): string {
  return body.replace(MARKUP, (markup, raw) => (raw ? markup : outsideQuotes(markup)))
}

function outsideQuotes(markup: string): string {
  let quote = ''
  let result = ''
  for (const character of markup) {
    const ascii = ASCII[character] ?? character
    if (quote) {
      const closes = ascii === quote
      result += closes ? ascii : character
      if (closes) quote = ''
    } else {
      if (ascii === '"' || ascii === "'") quote = ascii
      result += ascii
    }
  }
  return result
}
