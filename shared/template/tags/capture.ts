import { CaptureTag, type Context, type Liquid } from 'liquidjs/dist/liquid.browser.mjs'
import { Missing, Refused } from '../facts/values.ts'
import { PartsEmitter } from '../language/parts.ts'

type Build = ConstructorParameters<typeof CaptureTag>

/** `{% capture %}`, with the limits of all text, and with what is missing inside it missing from what it captured. */
export class ScriptCapture extends CaptureTag {
  readonly #engine: Liquid

  constructor(...build: Build) {
    super(...build)
    this.#engine = build[2]
  }

  override *render(context: Context): Generator<unknown, void, string> {
    const emitter = new PartsEmitter()
    yield this.#engine.renderer.renderTemplates(this.templates, context, emitter)
    context.bottom()[this.variable] = captured(emitter, this.variable)
    context.memoryLimit.use(emitter.text().length)
  }
}

function captured(emitter: PartsEmitter, name: string): string | Missing | Refused {
  const [refusal] = emitter.refusals.values()
  if (refusal) return new Refused(refusal)
  if (emitter.missing.size) return new Missing(name, [...emitter.missing.values()])
  return emitter.text()
}
