import koffi from 'koffi'
import { CompanyPolicy, type CompanyWord } from './company-word.ts'

/** Handed to machines by group policies; ordinary users cannot write there. One for 32- and 64-bit programs alike. */
const KEY = 'Software\\Policies\\Golden Six'

/** winreg.h and winerror.h. A predefined key is a 32-bit number with its sign. */
const HKEY_LOCAL_MACHINE = 0x80000002 | 0
const RRF_RT_REG_SZ = 0x2
const RRF_RT_REG_DWORD = 0x10
const ERROR_SUCCESS = 0
const ERROR_FILE_NOT_FOUND = 2

/** Bytes; an address has 300 characters at most. */
const LONGEST_TEXT = 2_048

/** There is a value, and it is not of the kind that it should be, or too long, or not ours to read. */
class NotUnderstood extends Error {}

/** Windows' own. Throws where that cannot be called. */
export function openGroupPolicy(): () => CompanyWord {
  const RegGetValueW = koffi
    .load('advapi32.dll')
    .func(
      'int32_t __stdcall RegGetValueW(intptr_t key, str16 subKey, str16 value, uint32_t flags, void *type,' +
        ' _Out_ uint8_t *data, _Inout_ uint32_t *size)',
    )

  /** Null when there is no such value. @throws NotUnderstood */
  function valueNamed(name: string, flags: number, longest: number): Buffer | null {
    const data = Buffer.alloc(longest)
    const size = [longest]
    const status = RegGetValueW(HKEY_LOCAL_MACHINE, KEY, name, flags, null, data, size)
    if (status === ERROR_FILE_NOT_FOUND) return null
    if (status !== ERROR_SUCCESS) throw new NotUnderstood()
    return data.subarray(0, size[0])
  }

  function read(): CompanyPolicy | null {
    const address = valueNamed('UpdateServer', RRF_RT_REG_SZ, LONGEST_TEXT)
    // Its last character is the NUL that ends it. One that was left empty says nothing.
    const server = address?.toString('utf16le').slice(0, -1) || undefined
    const isOff = valueNamed('UpdatesOff', RRF_RT_REG_DWORD, 4)?.readUInt32LE()
    if (server === undefined && isOff === undefined) return null
    return CompanyPolicy.parse({
      updates: {
        ...(server !== undefined && { server }),
        ...(isOff !== undefined && { isOff: isOff !== 0 }),
      },
    })
  }

  return () => {
    try {
      return read()
    } catch {
      return 'unreadable'
    }
  }
}
