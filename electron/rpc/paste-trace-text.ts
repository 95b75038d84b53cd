import type { PasteStep, PasteTrace, TraceCopied } from '../../shared/model/paste-trace.ts'
import type { Desktop } from './desktop.ts'

const STEPS: Record<PasteStep, string> = {
  turn: '轮到',
  'target-found': '找到窗口',
  'clipboard-saved': '记下剪贴板',
  'clipboard-written': '写入剪贴板',
  'target-answers': '窗口有响应',
  'keys-released': '按键松开',
  'asked-to-front': '请到前面',
  'in-front': '到了前面',
  settled: '站稳',
  'keys-sent': '发出按键',
  'clipboard-given-back': '归还剪贴板',
  'clipboard-taken': '剪贴板已是别的内容',
  'clipboard-not-given-back': '没能归还剪贴板',
  'clipboard-left': '留在剪贴板',
}

const OUTCOMES: Record<NonNullable<PasteTrace['outcome']>, string> = {
  pasted: '已粘贴',
  'clipboard-held': '没粘贴：剪贴板被占用',
  'last-target-hung': '没粘贴：上一个窗口没有响应',
  asked: '只复制',
  'no-target': '没粘贴：没有记下窗口',
  'target-closed': '没粘贴：窗口已关闭',
  'target-not-in-front': '没粘贴：窗口不在前面',
  'modifiers-held': '没粘贴：按键没有松开',
  'target-elevated': '没粘贴：窗口以管理员身份运行',
  'target-hung': '没粘贴：窗口没有响应',
  'target-blocked': '没粘贴：窗口前有对话框',
  'keys-not-sent': '没粘贴：系统没有接受按键',
  'no-desktop': '没粘贴：这里不能代为粘贴',
}

/** One line for each paste, the newest first: what came of it, where it went, and after how many ms each stage was done. */
export function pasteTraceText(traces: readonly PasteTrace[]): string {
  return traces.toReversed().map(lineOf).join('\n')
}

/** Puts how the last paste went on the clipboard, where it takes the place of what was there to be pasted by hand. */
export async function copyLastTrace(desktop: Pick<Desktop, 'deliver' | 'pasteTraces'>): Promise<TraceCopied> {
  const outcome = await desktop.deliver(pasteTraceText(desktop.pasteTraces().slice(-1)), 'copy')
  if (outcome.status === 'failed') return outcome
  return { status: 'copied', message: '剪贴板里现在是经过，不含话术。要用话术，请再取一次' }
}

function lineOf({ at, what, characters, target, steps, outcome }: PasteTrace): string {
  const content = what === 'image' ? '图片' : `${characters} 字`
  const where = target === null ? '' : `，${target.profile} ${target.exe}`
  const stages = steps.map(({ step, atMs }) => `${STEPS[step]} ${atMs}`).join(' → ')
  const came = outcome === null ? '进行中' : OUTCOMES[outcome]
  return `${new Date(at).toISOString()} ${content}${where}，${came}：${stages}（毫秒）`
}
