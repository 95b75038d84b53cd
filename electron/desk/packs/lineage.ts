import type { PackManifest } from '../../../shared/model/pack.ts'
import { DeskError } from '../desk-error.ts'
import { fingerprintOf } from './signing.ts'
import type { HeldLibrary } from './team-libraries.ts'

/** How a release is named: its number, and the SHA-256 of its manifest. */
export interface ReleaseId {
  version: number
  manifestHash: string
}

/**
 * Whether a channel's newest release says what this library does not have. For whoever publishes the number alone does
 * not tell: a release in a file takes one, too, and another publisher may have put other things into the channel under
 * the same or a smaller one.
 */
export function lacks(library: HeldLibrary, newest: ReleaseId): boolean {
  if (newest.manifestHash === library.manifestHash) return false
  if (library.role === 'subscriber') return newest.version > library.version
  const { trunk } = library
  if (trunk.version === 0) return newest.version >= library.version
  // A smaller number than the trunk's is an old head that was put back: one publishes on top of it.
  return (
    newest.version > trunk.version ||
    (newest.version === trunk.version && newest.manifestHash !== trunk.manifestHash)
  )
}

/** Whether this library has releases in files since the channel's: what comes from there is merged with those. */
export const hasLeftTrunk = ({ role, trunk, manifestHash }: HeldLibrary): boolean =>
  role === 'publisher' && trunk.version > 0 && trunk.manifestHash !== manifestHash

/** Whether another release came or went out since the library was read as `before`. */
export const isOvertaken = (before: ReleaseId, now: ReleaseId): boolean =>
  now.version !== before.version || now.manifestHash !== before.manifestHash

/** What comes in is what a person looked at, if one did. @throws DeskError `release-changed` */
export function refuseUnseen({ version, manifestHash }: ReleaseId, seen: string | null): void {
  if (seen === null || seen === manifestHash) return
  throw new DeskError(
    'release-changed',
    `预览之后又有了新的内容，现在是第 ${version} 版，没有导入。请重新查看后再更新`,
  )
}

/**
 * Another key, an old release played again, or two releases of one number: none of them comes in.
 *
 * @param isMerged by whoever publishes, from the channel: numbers say nothing there
 * @throws DeskError `pack-untrusted`, `pack-refused`
 */
export function refuseStrangeRelease(
  present: HeldLibrary,
  { publisher: { publicKey }, version }: PackManifest,
  manifestHash: string,
  isMerged: boolean,
): void {
  if (publicKey !== present.publicKey) {
    throw new DeskError(
      'pack-untrusted',
      `发布者的密钥变了，没有导入！本机信任的指纹是 ${fingerprintOf(present.publicKey)}，这个包的是 ${fingerprintOf(publicKey)}。请当面或打电话向发布者核实；核实后先在“团队”里退出这个话术库，再重新导入`,
    )
  }
  if (manifestHash === present.manifestHash)
    throw new DeskError('pack-refused', `已经是第 ${present.version} 版，不用再导入`)
  if (isMerged) return
  if (version === present.version)
    throw new DeskError(
      'pack-untrusted',
      `这个包和本机的都叫第 ${present.version} 版，内容却不同，没有导入。请向发布者核实`,
    )
  if (version < present.version)
    throw new DeskError(
      'pack-refused',
      `这是旧的第 ${version} 版，本机已经是第 ${present.version} 版，没有导入。要退回旧版，请发布者把旧内容发布成新版本`,
    )
}
