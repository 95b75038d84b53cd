import { type Context, type Emitter, evalToken, ForTag } from 'liquidjs/dist/liquid.browser.mjs'
import { isAbsent } from '../facts/values.ts'
import { nameOf } from '../language/output.ts'
import { PartsEmitter } from '../language/parts.ts'

/** `{% for %}`: a list that nobody has given is a blank, not a loop without turns; `{% else %}` says what to say instead. */
export class ScriptFor extends ForTag {
  override *render(context: Context, emitter: Emitter): ReturnType<ForTag['render']> {
    const name = nameOf(this.collection)
    const list = name === null ? null : yield evalToken(this.collection, context)
    if (isAbsent(list) && this.elseTemplates.length === 0 && emitter instanceof PartsEmitter) {
      emitter.writeValue(name, list)
      return
    }
    if (Array.isArray(list)) context.memoryLimit.use(list.length)
    yield* super.render(context, emitter)
  }
}
