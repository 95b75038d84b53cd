/** Reading of Electron accelerators (`Control+Alt+Space`) before Electron is asked, so that a refusal can be explained. */

const MODIFIERS = new Map([
  ['control', 'Control'],
  ['ctrl', 'Control'],
  ['commandorcontrol', 'CommandOrControl'],
  ['cmdorctrl', 'CommandOrControl'],
  ['command', 'Command'],
  ['cmd', 'Command'],
  ['alt', 'Alt'],
  ['option', 'Alt'],
  ['shift', 'Shift'],
  ['super', 'Super'],
  ['meta', 'Super'],
])
const MODIFIER_ORDER = ['Control', 'CommandOrControl', 'Command', 'Super', 'Alt', 'Shift']

const NAMED_KEYS = new Map(
  [
    ...Array.from({ length: 24 }, (_, index) => `F${index + 1}`),
    ...[
      'Space',
      'Tab',
      'Backspace',
      'Delete',
      'Insert',
      'Home',
      'End',
      'PageUp',
      'PageDown',
      'Up',
      'Down',
      'Left',
      'Right',
      'Plus',
    ],
  ].map((key) => [key.toLowerCase(), key]),
)

/** Keys that would stop agents, or the paste itself, from working. */
const RESERVED = new Map([
  ['Control+V', '这是粘贴键，占用后粘贴会失灵'],
  ['Control+C', '这是复制键'],
  ['Control+X', '这是剪切键'],
  ['Control+A', '这是全选键'],
  ['Control+Z', '这是撤销键'],
  ['Alt+F4', '这是关闭窗口的键'],
  ['Alt+Tab', '这是切换窗口的键'],
])

export type ReadAccelerator = { ok: true; accelerator: string } | { ok: false; reason: string }

/** Brings an accelerator into one spelling, or says in the agent's words why it cannot be one. */
export function readAccelerator(text: string): ReadAccelerator {
  const parts = text.split('+').map((part) => part.trim())
  const modifiers = new Set<string>()
  const keys: string[] = []
  for (const part of parts) {
    const modifier = MODIFIERS.get(part.toLowerCase())
    if (modifier) modifiers.add(modifier)
    else keys.push(part)
  }
  const [pressed, ...others] = keys
  if (!pressed) return refuse('还要再按一个键，比如空格或字母')
  if (others.length > 0) return refuse('一次只能有一个主键，其余要用 Ctrl、Alt、Shift')
  const key = keyName(pressed)
  if (key === null) return refuse(`“${pressed}”不能用作热键`)
  const isFunctionKey = /^F\d/.test(key)
  const hasStrongModifier = [...modifiers].some((modifier) => modifier !== 'Shift')
  if (!hasStrongModifier && !isFunctionKey) return refuse('要加上 Ctrl 或 Alt，否则平常打字也会触发')

  const accelerator = [...MODIFIER_ORDER.filter((modifier) => modifiers.has(modifier)), key].join('+')
  const reserved = RESERVED.get(
    accelerator.replace('CommandOrControl', 'Control').replace('Command+', 'Control+'),
  )
  return reserved ? refuse(reserved) : { ok: true, accelerator }
}

function keyName(text: string): string | null {
  // Enter is left out on purpose: the key that sends messages never belongs to us.
  if (/^[a-z0-9`\-=[\]\\;',./]$/i.test(text)) return text.toUpperCase()
  return NAMED_KEYS.get(text.toLowerCase()) ?? null
}

function refuse(reason: string): ReadAccelerator {
  return { ok: false, reason }
}
