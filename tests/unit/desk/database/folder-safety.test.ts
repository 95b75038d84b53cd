import { describe, expect, it } from 'vitest'
import { type FolderFacts, whyUnsafe } from '../../../../electron/desk/database/folder-safety.ts'

function onWindows(folder: string, facts: Partial<FolderFacts> = {}): FolderFacts {
  return {
    platform: 'win32',
    folder,
    realFolder: folder,
    env: {},
    home: 'C:\\Users\\小美',
    exists: () => false,
    driveType: 3,
    mounts: null,
    ...facts,
  }
}

function onLinux(folder: string, facts: Partial<FolderFacts> = {}): FolderFacts {
  return { ...onWindows(folder), platform: 'linux', home: '/home/xiaomei', driveType: null, ...facts }
}

const MOUNTS = [
  '22 1 8:1 / / rw,relatime - ext4 /dev/sda1 rw',
  '30 22 0:40 / /mnt/nas rw - nfs4 nas:/export rw',
  '31 22 0:41 / /mnt/with\\040space rw - cifs //nas/share rw',
  '32 22 0:42 / /home/xiaomei/ssh rw - fuse.sshfs xiaomei@host: rw',
  '33 22 8:2 / /mnt/usb rw - fuseblk /dev/sdb1 rw',
].join('\n')

describe('a folder is no place for the library', () => {
  it.each([
    ['C:\\Users\\小美\\OneDrive\\黄金六秒', 'OneDrive'],
    ['C:\\Users\\小美\\OneDrive - 女装旗舰店\\黄金六秒', 'OneDrive'],
    ['D:\\我的坚果云\\话术', '坚果云'],
    ['D:\\Nutstore\\话术', '坚果云'],
    ['D:\\BaiduSyncdisk\\话术', '百度网盘'],
    ['E:\\百度网盘同步空间\\话术', '百度网盘'],
    ['C:\\Users\\小美\\Dropbox\\话术', 'Dropbox'],
    ['C:\\Users\\小美\\Dropbox (Shop)\\话术', 'Dropbox'],
    ['G:\\Google Drive\\话术', 'Google Drive'],
    ['C:\\Users\\小美\\iCloudDrive\\话术', 'iCloud'],
    ['D:\\WPS云盘\\话术', 'WPS 云盘'],
  ])('%s, which %s syncs', (folder, drive) => {
    expect(whyUnsafe(onWindows(folder))).toContain(`由${drive}同步`)
  })

  it('that a variable of the system names as the synced one, whatever it is called', () => {
    const env = { OneDriveCommercial: 'D:\\公司文档' }
    expect(whyUnsafe(onWindows('d:\\公司文档\\话术', { env }))).toContain('OneDrive')
    expect(whyUnsafe(onWindows('D:\\公司文档2\\话术', { env }))).toBeNull()
  })

  it('below one that a cloud drive has marked as its own', () => {
    const exists = (file: string) => file === 'D:\\云上\\.nutstore'
    expect(whyUnsafe(onWindows('D:\\云上\\客服\\话术', { exists }))).toContain('坚果云')
    expect(whyUnsafe(onWindows('D:\\本地\\话术', { exists }))).toBeNull()
  })

  it('that a link leads out of into a synced one', () => {
    const realFolder = 'C:\\Users\\小美\\OneDrive\\话术'
    expect(whyUnsafe(onWindows('D:\\话术', { realFolder }))).toContain('OneDrive')
  })

  it.each(['\\\\nas\\share\\话术', '//nas/share/话术', '\\\\?\\UNC\\nas\\share\\话术'])(
    '%s, which is on another machine',
    (folder) => {
      expect(whyUnsafe(onWindows(folder))).toContain('网络盘')
    },
  )

  it('on a drive letter that stands for a network drive', () => {
    expect(whyUnsafe(onWindows('Z:\\话术', { driveType: 4 }))).toContain('网络盘')
  })

  it.each(['/mnt/nas/话术', '/mnt/with space/话术', '/home/xiaomei/ssh/话术'])(
    '%s, which is mounted from elsewhere',
    (folder) => {
      expect(whyUnsafe(onLinux(folder, { mounts: MOUNTS }))).toContain('网络盘')
    },
  )
})

describe('a folder is a good place for the library', () => {
  it.each([
    'C:\\Users\\小美\\AppData\\Roaming\\golden-six\\library',
    'D:\\黄金六秒 数据😀',
    '\\\\?\\C:\\很长的路径\\话术',
    'D:\\onedriver 的笔记',
    'D:\\坚果云盘点表\\话术',
  ])('%s', (folder) => {
    expect(whyUnsafe(onWindows(folder))).toBeNull()
  })

  it.each(['/home/xiaomei/.config/golden-six', '/mnt/usb/话术', '/mnt/nasty/话术'])('%s', (folder) => {
    expect(whyUnsafe(onLinux(folder, { mounts: MOUNTS }))).toBeNull()
  })

  it('beside the file that Dropbox keeps in the home folder', () => {
    const exists = (file: string) => file === '/home/xiaomei/.dropbox'
    expect(whyUnsafe(onLinux('/home/xiaomei/.config/golden-six', { exists, mounts: MOUNTS }))).toBeNull()
  })
})
