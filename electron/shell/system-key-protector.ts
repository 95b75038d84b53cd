import type { SafeStorage } from 'electron'
import type { KeyProtector } from '../desk/customers/key-protector.ts'

type Keyring = Pick<
  SafeStorage,
  'isAsyncEncryptionAvailable' | 'getSelectedStorageBackend' | 'encryptStringAsync' | 'decryptStringAsync'
>

/**
 * The system's keyring (DPAPI, Keychain, libsecret, KWallet) as a protector of keys, or null where there is none worth
 * the name: on Linux without a keyring Electron would encrypt with a password that stands in its own source.
 */
export async function systemKeyProtector(
  safeStorage: Keyring,
  platform: NodeJS.Platform = process.platform,
): Promise<KeyProtector | null> {
  if (!(await safeStorage.isAsyncEncryptionAvailable())) return null
  if (platform === 'linux' && isWeak(safeStorage.getSelectedStorageBackend())) return null
  return {
    protect: (secret) => safeStorage.encryptStringAsync(secret),
    reveal: async (wrapped) => (await safeStorage.decryptStringAsync(wrapped)).result,
  }
}

function isWeak(backend: ReturnType<Keyring['getSelectedStorageBackend']>): boolean {
  return backend === 'basic_text' || backend === 'unknown'
}
