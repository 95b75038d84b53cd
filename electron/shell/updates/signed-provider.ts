import { type AppUpdater, Provider, type UpdateInfo } from 'electron-updater'
import type { ProviderRuntimeOptions } from 'electron-updater/out/providers/Provider'
import { type Release, readRelease } from './release-file.ts'

/**
 * Releases from a folder on any web server, in whose list nothing is believed that our key has not signed.
 *
 * @param address of that folder, ending in a slash
 */
export function signedProvider(address: string, keys: readonly string[]) {
  return class SignedProvider extends Provider<UpdateInfo> {
    constructor(_configuration: unknown, _updater: AppUpdater, options: ProviderRuntimeOptions) {
      super(options)
    }

    async getLatestVersion(): Promise<UpdateInfo> {
      const name = `${this.getDefaultChannelName()}.yml`
      const text = await this.httpRequest(this.#fresh(name))
      // Without a signature there is nothing to read, whatever the reason for its absence.
      const signature = await this.httpRequest(this.#fresh(`${name}.sig`)).catch((cause: unknown) => {
        if ((cause as { statusCode?: unknown }).statusCode === 404) return null
        throw cause
      })
      return asUpdateInfo(readRelease(name, text ?? '', signature, keys))
    }

    resolveFiles({ files }: UpdateInfo) {
      return files.map((info) => ({ url: new URL(info.url, address), info }))
    }

    /** Past every cache on the way: an old list beside a new signature is one that nobody signed. */
    #fresh(name: string): URL {
      const url = new URL(name, address)
      url.searchParams.set('at', Date.now().toString(36))
      return url
    }
  }
}

function asUpdateInfo({ files, ...release }: Release): UpdateInfo {
  // electron-updater still asks for the first file by these older names.
  const [{ url, sha512 } = { url: '', sha512: '' }] = files
  return { ...release, files, path: url, sha512 }
}
