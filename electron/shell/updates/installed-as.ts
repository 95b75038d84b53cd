/** How this program came onto the machine, which decides how a newer one can take its place. */
export type InstalledAs = 'nsis' | 'mac' | 'appimage' | 'deb' | 'portable' | 'source'

interface Surroundings {
  platform: NodeJS.Platform
  isPackaged: boolean
  isPortable: boolean
  /** Path of the image that runs, where the program is one. */
  appImage: string | undefined
}

export function installedAs({ platform, isPackaged, isPortable, appImage }: Surroundings): InstalledAs {
  if (!isPackaged) return 'source'
  if (isPortable) return 'portable'
  if (platform === 'win32') return 'nsis'
  if (platform === 'darwin') return 'mac'
  return appImage ? 'appimage' : 'deb'
}

/** A Debian package needs an administrator, a portable folder belongs to the person. */
export const canReplaceItself = (kind: InstalledAs): kind is 'nsis' | 'mac' | 'appimage' =>
  kind === 'nsis' || kind === 'mac' || kind === 'appimage'
