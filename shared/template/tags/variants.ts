import {
  type Context,
  type Emitter,
  type Liquid,
  type Parser,
  Tag,
  type TagToken,
  type Template,
  type TopLevelToken,
} from 'liquidjs/dist/liquid.browser.mjs'
import { ScriptContext } from '../language/scope.ts'

/**
 * `{% 随机 %}…{% 或者 %}…{% end随机 %}`: says one of several wordings. Which one follows from `facts.turn`, so that a
 * preview stands still, and the next use of the same script reads differently. Without a turn it is the first.
 */
export class VariantsTag extends Tag {
  readonly #variants: Template[][] = [[]]
  readonly #engine: Liquid

  constructor(token: TagToken, remaining: TopLevelToken[], engine: Liquid, parser: Parser) {
    super(token, remaining, engine)
    this.#engine = engine
    const stream = parser
      .parseStream(remaining)
      .on('tag:或者', () => this.#variants.push([]))
      .on('tag:end随机', () => stream.stop())
      .on('template', (template: Template) => this.#variants.at(-1)?.push(template))
      .on('end', () => {
        throw new Error(`tag ${token.getText()} not closed`)
      })
    stream.start()
  }

  override *render(context: Context, emitter: Emitter): Generator<unknown, void, unknown> {
    yield this.#engine.renderer.renderTemplates(this.#variants[this.#chosen(context)] ?? [], context, emitter)
  }

  // biome-ignore lint/correctness/useYield: liquidjs takes a tag's children as what its generator returns.
  *children(): Generator<unknown, Template[]> {
    return this.#variants.flat()
  }

  /** Blocks of one script start at different variants, so that they do not move in step. */
  #chosen(context: Context): number {
    const turn = context instanceof ScriptContext ? context.reader.facts.turn : undefined
    return turn === undefined ? 0 : (Math.trunc(Math.abs(turn)) + this.token.begin) % this.#variants.length
  }
}
