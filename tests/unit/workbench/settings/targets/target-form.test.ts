import { describe, expect, it } from 'vitest'
import { createTargets } from '../../../../../electron/shell/targets.ts'
import {
  listedTargets,
  newTarget,
  readTargetForm,
  withoutTarget,
  withTarget,
  withTargetBack,
} from '../../../../../renderer/workbench/settings/targets/target-form.ts'
import type { PasteTarget } from '../../../../../shared/model/paste-target.ts'

const { known } = createTargets(undefined, undefined, 'win32')
const qianniu = known.targets[0] as PasteTarget
const own: PasteTarget = { ...qianniu, id: 'own-1', name: '京东咚咚', exe: ['dd.exe'] }

describe('the list of chat programs', () => {
  it('holds those that are known, and after them the agent’s own', () => {
    const names = listedTargets(known, [own]).map(({ target, origin }) => `${target.name} ${origin}`)
    expect(names).toEqual([
      '千牛接待中心 known',
      '微信 known',
      '企业微信 known',
      '钉钉 known',
      '抖店飞鸽 known',
      '拼多多商家工作台 known',
      '京东咚咚 own',
    ])
  })

  it('shows a known one as the agent changed it, in its place', () => {
    const changed = { ...qianniu, settleMs: 60 }
    expect(listedTargets(known, [changed])[0]).toEqual({ target: changed, origin: 'changed' })
  })

  it('takes a target in once, however often it is saved', () => {
    const twice = withTarget(withTarget([], own), { ...own, name: '飞鸽' })
    expect(twice.map(({ name }) => name)).toEqual(['飞鸽'])
  })

  it('has one back in its place that was taken out, and keeps what was changed meanwhile', () => {
    const other = { ...own, id: 'own-2', name: '京麦' }
    const left = withTarget(withoutTarget([own, other], own), { ...other, settleMs: 90 })
    expect(withTargetBack(left, own, 0)).toEqual([own, { ...other, settleMs: 90 }])
  })

  it('keeps one that was described anew since it was taken out', () => {
    const anew = { ...qianniu, settleMs: 90 }
    expect(withTargetBack([anew], qianniu, 0)).toEqual([anew])
  })
})

describe('the form of a chat program', () => {
  it('of a new one begins with how unknown windows are pasted into', () => {
    expect(newTarget(known)).toMatchObject({ exe: [], pasteKeys: 'Control+V', settleMs: 20 })
  })

  it('gives a known one back as it was', () => {
    const { id, ...form } = qianniu
    expect(readTargetForm(id, form)).toEqual({ ok: true, target: qianniu })
  })

  it('says what is missing at each field, also where one file name of several is wrong', () => {
    const reading = readTargetForm('own-2', {
      ...newTarget(known),
      exe: ['Feige.exe', 'C:\\Feige.exe'],
      settleMs: null,
    })
    const at = (field: string) => !reading.ok && reading.problems.some(({ path }) => path.join('.') === field)
    expect(['name', 'exe', 'settleMs', 'title'].filter(at)).toEqual(['name', 'exe', 'settleMs'])
  })
})
