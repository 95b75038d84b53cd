import {
  type Liquid,
  LiquidError,
  ParseError,
  Parser,
  type Template,
  type TopLevelToken,
  TypeGuards,
} from 'liquidjs/dist/liquid.browser.mjs'
import { LIMITS } from '../language/limits.ts'
import { FactOutput } from '../language/output.ts'

/** Thrown while parsing, with the place in the script (UTF-16 code units from its start). */
export class ScriptProblem extends Error {
  readonly offset: number
  constructor(message: string, offset: number) {
    super(message)
    this.offset = offset
  }
}

/** liquidjs's parser with our outputs in place of its own, and a limit on tags within tags. */
export class ScriptParser extends Parser {
  readonly #engine: Liquid
  #depth = 0

  constructor(engine: Liquid) {
    super(engine)
    this.#engine = engine
  }

  override parseToken(token: TopLevelToken, remaining: TopLevelToken[]): ReturnType<Parser['parseToken']> {
    if (this.#depth >= LIMITS.depth)
      throw new ScriptProblem(`标签套得太深，最多 ${LIMITS.depth} 层`, token.begin)
    this.#depth += 1
    const template = TypeGuards.isOutputToken(token)
      ? this.#output(token)
      : super.parseToken(token, remaining)
    this.#depth -= 1
    return template
  }

  #output(token: ConstructorParameters<typeof FactOutput>[0]): FactOutput {
    try {
      return new FactOutput(token, this.#engine)
    } catch (problem) {
      if (LiquidError.is(problem) || !(problem instanceof Error)) throw problem
      throw new ParseError(problem, token)
    }
  }
}

/** The templates of a script and of everything inside its tags, in order. */
export function* allTemplates(templates: readonly Template[]): Generator<Template> {
  for (const template of templates) {
    yield template
    const children = template.children?.(false, true).next().value
    if (Array.isArray(children)) yield* allTemplates(children as Template[])
  }
}
