/** What is known of a folder before anything is written to it. */
export interface FolderFacts {
  platform: NodeJS.Platform
  /** Absolute, as it was given. */
  folder: string
  /** Absolute, links followed. */
  realFolder: string
  env: Readonly<Record<string, string | undefined>>
  home: string
  exists(file: string): boolean
  /** Of its drive, as Windows' GetDriveType says; null elsewhere. */
  driveType: number | null
  /** Linux: the text of /proc/self/mountinfo; null elsewhere. */
  mounts: string | null
}

const NETWORK_DRIVE = 4

/** Names that cloud drives give the folder they sync, as a part of a path, in lower case. */
const CLOUD_FOLDERS: readonly [RegExp, string][] = [
  [/^onedrive($|[ -])/, 'OneDrive'],
  [/^(dropbox|dropbox \(.+\))$/, 'Dropbox'],
  [/^(google ?drive|googledrive-.+|drivefs|我的云端硬盘)$/, 'Google Drive'],
  [/^(icloud ?drive|iclouddrive|mobile documents|com~apple~clouddocs)$/, 'iCloud'],
  [/^(nutstore|nutstore files|我的坚果云|坚果云)$/, '坚果云'],
  [/^(baidunetdiskworkspace|baidusyncdisk|百度网盘同步空间|百度云同步盘)$/, '百度网盘'],
  [/^(wps ?cloud ?files|wpsdrive|wps云盘|kingsoftdata)$/, 'WPS 云盘'],
  [/^(微云同步助手|weiyun)$/, '腾讯微云'],
  [/^(aliyundrive|阿里云盘)$/, '阿里云盘'],
  [/^(box|box sync|pcloud ?drive|mega|megasync|syncthing|nextcloud|owncloud|seafile|cloudstorage)$/, '云盘'],
]

/** Variables that hold the synced folder itself. */
const CLOUD_VARIABLES: readonly [string, string][] = [
  ['OneDrive', 'OneDrive'],
  ['OneDriveConsumer', 'OneDrive'],
  ['OneDriveCommercial', 'OneDrive'],
  ['DROPBOX', 'Dropbox'],
]

/** What cloud drives leave in the folder they sync, whatever its name. */
const CLOUD_MARKERS: readonly [string, string][] = [
  ['.dropbox', 'Dropbox'],
  ['.dropbox.cache', 'Dropbox'],
  ['.tmp.drivedownload', 'Google Drive'],
  ['.tmp.driveupload', 'Google Drive'],
  ['.nutstore', '坚果云'],
  ['.stfolder', 'Syncthing'],
  ['.sync_folder', '云盘'],
  ['.owncloudsync.log', '云盘'],
]

const NETWORK_FILE_SYSTEMS =
  /^(nfs\d?|cifs|smb\d?|smbfs|afs|ceph|glusterfs|lustre|ncpfs|fuse\.(sshfs|rclone|davfs2?|gvfsd-fuse|s3fs|glusterfs|cephfs|onedriver|google-drive-ocamlfuse))$/

/** In a person's words, why a library must not be in this folder; null when it may. */
export function whyUnsafe(facts: FolderFacts): string | null {
  const cloud = cloudDriveOf(facts)
  if (cloud) return `这个文件夹由${cloud}同步`
  return isOnNetwork(facts) ? '这个文件夹在网络盘或别的电脑上' : null
}

function cloudDriveOf(facts: FolderFacts): string | null {
  const { platform, env, exists } = facts
  for (const folder of new Set([facts.folder, facts.realFolder])) {
    const parts = partsOf(folder)
    const named = parts.flatMap((part) =>
      CLOUD_FOLDERS.filter(([shape]) => shape.test(part.toLowerCase())),
    )[0]
    if (named) return named[1]
    const byVariable = CLOUD_VARIABLES.find(([name]) => isInside(folder, env[name], platform))
    if (byVariable) return byVariable[1]
    const marked = foldersAbove(folder, platform)
      // Dropbox and others keep a `.dropbox` of their own in the home folder itself.
      .filter((above) => above !== facts.home)
      .flatMap((above) =>
        CLOUD_MARKERS.filter(([marker]) => exists(`${above}${separatorOf(platform)}${marker}`)),
      )[0]
    if (marked) return marked[1]
  }
  return null
}

function isOnNetwork({ platform, folder, realFolder, driveType, mounts }: FolderFacts): boolean {
  if (platform === 'win32') {
    return driveType === NETWORK_DRIVE || isUnc(folder) || isUnc(realFolder)
  }
  const type = mounts === null ? null : fileSystemOf(realFolder, mounts)
  return type !== null && NETWORK_FILE_SYSTEMS.test(type)
}

/** `\\server\share` and `\\?\UNC\server\share`, but not `\\?\C:\…`, which is a long local path. */
function isUnc(folder: string): boolean {
  return /^[\\/]{2}(?![?.][\\/])/.test(folder) || /^[\\/]{2}\?[\\/]UNC[\\/]/i.test(folder)
}

/** The type of the file system that `folder` is on: https://man7.org/linux/man-pages/man5/proc_pid_mountinfo.5.html */
function fileSystemOf(folder: string, mounts: string): string | null {
  let found: { point: string; type: string } | null = null
  for (const line of mounts.split('\n')) {
    const [mount = '', device = ''] = line.split(' - ')
    const point = mount
      .split(' ')[4]
      ?.replace(/\\(\d{3})/g, (_, octal) => String.fromCharCode(Number.parseInt(octal, 8)))
    const [type] = device.split(' ')
    if (!point || !type || !isInside(folder, point, 'linux')) continue
    // Of mounts on one point the later one covers the earlier.
    if (!found || point.length >= found.point.length) found = { point, type }
  }
  return found?.type ?? null
}

function isInside(folder: string, above: string | undefined, platform: NodeJS.Platform): boolean {
  if (!above) return false
  const plain = (name: string) => {
    const parts = partsOf(name).join('/')
    return platform === 'linux' ? parts : parts.toLowerCase()
  }
  return `${plain(folder)}/`.startsWith(plain(above) === '' ? '' : `${plain(above)}/`)
}

function foldersAbove(folder: string, platform: NodeJS.Platform): string[] {
  const separator = separatorOf(platform)
  const parts = folder.split(/[\\/]/)
  // The drive or root itself is nobody's synced folder.
  return parts.map((_, index) => parts.slice(0, parts.length - index).join(separator)).slice(0, -1)
}

const partsOf = (folder: string) => folder.split(/[\\/]/).filter((part) => part !== '')
const separatorOf = (platform: NodeJS.Platform) => (platform === 'win32' ? '\\' : '/')
