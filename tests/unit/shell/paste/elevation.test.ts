import { expect, it } from 'vitest'
import { win32Port } from '../../../../electron/shell/paste/win32.ts'
import type { Win32 } from '../../../../electron/shell/paste/win32-library.ts'

const QIANNIU = 7

/** Windows as far as a window's rank goes. */
const windows = (weAreElevated: boolean, isElevated: boolean | null) =>
  win32Port({
    areWeElevated: () => weAreElevated,
    isElevated: () => isElevated,
    isWindow: () => true,
    processOf: () => 512,
    title: () => '张三-接待中心',
    programPath: () => 'C:\\Program Files\\AliWorkbench\\AliWorkbench.exe',
  } as unknown as Win32)

it.each([
  ['a program of our own rank', false, false, false],
  ['a program that runs as administrator', false, true, true],
  ['a program of which Windows does not even tell the rank', false, null, true],
  ['any program, when we run as administrator ourselves', true, true, false],
])('%s: we elevated %s, it %s: outranks us %s', async (_what, weAreElevated, isElevated, outranksUs) => {
  expect(await windows(weAreElevated, isElevated).details(QIANNIU)).toEqual({
    title: '张三-接待中心',
    exe: 'AliWorkbench.exe',
    isElevated: outranksUs,
  })
})
