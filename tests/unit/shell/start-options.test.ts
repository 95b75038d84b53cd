import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { startOptions } from '../../../electron/shell/start-options.ts'

describe('the command line of a start', () => {
  it('says nothing: the usual library, the panel waits for the hotkey', () => {
    expect(startOptions(['electron', '.'], {})).toEqual({
      dataDir: null,
      showPanel: false,
      packFile: null,
      isHidden: false,
      hasOwnProfile: false,
    })
  })

  it('stays out of sight when the system starts it with itself', () => {
    expect(startOptions(['electron', '.', '--hidden'], {})).toMatchObject({
      isHidden: true,
      showPanel: false,
    })
  })

  it('names the library, before the environment does', () => {
    const env = { GOLDEN_SIX_DATA_DIR: '/from/environment' }
    expect(startOptions(['electron', '--data-dir=/from/line', '.'], env).dataDir).toBe(
      path.resolve('/from/line'),
    )
    expect(startOptions(['electron', '.'], env).dataDir).toBe(path.resolve('/from/environment'))
  })

  it('names the pack that was double clicked, from the folder where that was', () => {
    const opened = (...argv: string[]) => startOptions(['黄金六秒.exe', ...argv], {}, '/下载').packFile
    expect(opened('/群文件/屿禾团队-v2.G6PACK')).toBe(path.resolve('/群文件/屿禾团队-v2.G6PACK'))
    expect(opened('--allow-file-access', '.', '屿禾团队-v2.g6pack')).toBe(
      path.resolve('/下载/屿禾团队-v2.g6pack'),
    )
    expect(opened('--x=a.g6pack', '话术.csv')).toBeNull()
  })

  it("asks for the panel, and leaves Chromium's folder to whoever named it", () => {
    expect(startOptions(['electron', '--user-data-dir=/tmp/profile', '.', '--panel'], {})).toMatchObject({
      showPanel: true,
      hasOwnProfile: true,
    })
  })
})
