import { literalScript, parseScript, TAG_HELP, variablesOf } from '../../../../shared/template/index.ts'

const TAGS = TAG_HELP.map(({ name }) => name).join('|')
/** What only someone writes who means a script: a family of facts, a bar for a computation, a tag there is. */
const OF_THE_LANGUAGE = new RegExp(
  String.raw`(?:店铺|客服|客户|商品|订单)\s*[.．|｜[]|\{\{[^{}]*[|｜]|\{%-?\s*(?:end)?(?:${TAGS})(?!\p{L})`,
  'u',
)
const NAME = /^[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}\p{N}_]+)*$/u

/**
 * The script for a text of a file. In those of other tools braces may be only braces ({%50%}, {{^_^}}): such a text says
 * exactly what it said there. `{{姓名}}` is a blank, and what is meant as a script stays one, mistakes and all.
 */
export function scriptOfImported(text: string): string {
  if (!/\{[{%]/.test(text) || OF_THE_LANGUAGE.test(text)) return text
  const parsed = parseScript(text)
  const names = parsed.ok ? variablesOf(parsed.script) : []
  return names.length > 0 && names.every((name) => NAME.test(name)) ? text : literalScript(text)
}
