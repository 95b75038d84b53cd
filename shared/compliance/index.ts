/** Wording that keeps the rules of the law, the platform and the trade; and replies that read well. */
export { checkScriptWording } from './check-script-wording.ts'
export { checkWording, type WordingOptions } from './check-wording.ts'
export { isBlocked, waiversThatHold } from './is-blocked.ts'
export { type ColdOpening, warmerOpening } from './reply/cold-opening.ts'
export { gaugeReply, greetingAdvice, type ReplyGauge } from './reply/gauge.ts'
export { type PromiseInText, type PromiseKind, promiseRemark, promisesIn } from './reply/promises.ts'
export { type WordingRule, wordingRules } from './rules.ts'
