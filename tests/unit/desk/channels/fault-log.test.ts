import { expect, it } from 'vitest'
import { faultWords } from '../../../../electron/desk/channels/fault-log.ts'

it('nothing that opens a store stands in the log, whatever signs a password has', () => {
  for (const [said, logged] of [
    ['https://me:geheim@dav.example/team', 'https://dav.example/team'],
    ['https://me:ge@heim@dav.example/team', 'https://dav.example/team'],
    ['https://me@qq.com:g@h@m@dav.example:8443/a@b', 'https://dav.example:8443/a@b'],
    ['https://dav.example/team/@2x?sig=geheim', 'https://dav.example/team/@2x'],
    ['https://cdn.example?by=me@qq.com', 'https://cdn.example'],
  ])
    expect(faultWords(new Error(`no answer from ${said}`))).toBe(`Error: no answer from ${logged}`)
})
