import type { PackDecisions, PackOutcome, PackPreview, TeamLibrary } from '../../../shared/model/team.ts'
import type { KeyProtector } from '../customers/key-protector.ts'
import type { Database } from '../database/open-database.ts'
import { DeskError } from '../desk-error.ts'
import type { Images } from '../images/images.ts'
import type { PhraseBook } from '../phrases/phrase-book.ts'
import type { PhraseGroups } from '../phrases/phrase-groups.ts'
import type { Journal } from '../undo/journal.ts'
import { createPackApplier } from './apply-pack.ts'
import { refuseStrangeRelease, refuseUnseen } from './lineage.ts'
import { readPack } from './pack-file.ts'
import { createPackPreviews, totalsOf } from './preview-pack.ts'
import { createPublications, publicationOf } from './publish.ts'
import { createPublisherKeys } from './publisher-keys.ts'
import type { Pack, PresentRelease } from './signed-release.ts'
import { fingerprintOf } from './signing.ts'
import { createTeamGroups } from './team-groups.ts'
import { createTeamLibraries, type HeldLibrary } from './team-libraries.ts'
import { withTeamUnlocked } from './team-lock.ts'

export interface TeamDeskParts {
  database: Database
  dataDir: string
  book: PhraseBook
  groups: PhraseGroups
  images: Images
  record: Journal['step']
  openProtector: () => Promise<KeyProtector | null>
  /** What must stand before a release is written into the library. */
  beforeWriting: () => void
  now: () => number
  newId: () => string
}

export interface NewLibrary {
  name: string
  publisher: string
  /** The groups to publish, with all below them. */
  rootGroups: readonly string[]
  allowsEdits: boolean
}

/** What a person said before a pack came in. */
export interface Consent {
  /** The fingerprint that the person agreed to; asked for at the first meeting. */
  trusted?: string | null
  decisions?: PackDecisions
  /** The manifest that the person looked at; null when nobody did. */
  seen?: string | null
}

/** How a release comes. */
export interface Way {
  isOfChannel: boolean
  /** The channel's release that this library left for releases in files: what both sides have since is merged. */
  trunk: Pack | null
}

export const FROM_FILE: Way = { isOfChannel: false, trunk: null }

/** The hash of the manifest that a release comes upon; null where nothing of its library is here. */
export type Found = string | null

interface Met {
  library: HeldLibrary
  /** As it is here; null when it is not. */
  present: HeldLibrary | null
}

/** A team's libraries: published from here, or brought here by packs. */
export function createTeamDesk(parts: TeamDeskParts) {
  const { database, dataDir, book, groups, images, record, openProtector, now, newId } = parts
  const { beforeWriting } = parts
  const libraries = createTeamLibraries(database, now)
  const teamGroups = createTeamGroups({ libraries, groups, newId })
  const applier = createPackApplier({ libraries, book, teamGroups, newId })
  const publications = createPublications({ database, libraries, book, groups, newId })
  const previews = createPackPreviews({ libraries, book, groups })
  const keys = createPublisherKeys(dataDir, openProtector)

  const writing = <Result>(label: string, act: () => Result): Result =>
    record(label, () => database.transaction(() => withTeamUnlocked(database, act)).immediate())

  /** The library that a pack belongs to, as it would be with it. @throws DeskError when it must not come in */
  function meet({ manifest, manifestHash }: Pack, way: Way): Met {
    const present = libraries.find(manifest.library.id)
    const isMerged = way.isOfChannel && present?.role === 'publisher'
    if (present) refuseStrangeRelease(present, manifest, manifestHash, isMerged)
    const { version, publishedAt, message, mustUpdateBy } = manifest
    const library: HeldLibrary = {
      id: manifest.library.id,
      name: manifest.library.name,
      role: present?.role ?? 'subscriber',
      publicKey: manifest.publisher.publicKey,
      publisher: manifest.publisher.name,
      ...{ version, manifestHash, publishedAt, message, mustUpdateBy },
      allowsEdits: manifest.allowsEdits,
      rootGroups: present?.rootGroups ?? [],
      trunk: way.isOfChannel
        ? { version, manifestHash }
        : (present?.trunk ?? { version: 0, manifestHash: '' }),
    }
    // Merged into releases that went out as files, it does not take their numbers away.
    const isAhead = present !== null && isMerged && present.version >= version
    return { library: isAhead ? { ...present, trunk: library.trunk } : library, present }
  }

  /** What `applyPack` would do. @throws DeskError `pack-untrusted` */
  function previewPack(pack: Pack, way = FROM_FILE): PackPreview {
    const { library, present } = meet(pack, way)
    if (!way.trunk) return previews.preview(pack, library, present)
    database.exec('BEGIN IMMEDIATE')
    try {
      backToTrunk(library, way.trunk)
      return previews.preview(pack, library, present)
    } finally {
      database.exec('ROLLBACK')
    }
  }

  /** Everything that was published in files since the trunk counts as changed here. Within the caller's transaction. */
  function backToTrunk(library: HeldLibrary, trunk: Pack): void {
    publications.note(
      library,
      publicationOf(trunk.contents, library.id, libraries),
      libraries.leftOut(library.id),
    )
  }

  /**
   * @returns what the release would come upon
   * @throws DeskError when a pack must not come in, whatever is decided of its phrases
   */
  function refuseUnwanted(pack: Pack, { trusted = null, seen = null }: Consent, way: Way): Found {
    const { library, present } = meet(pack, way)
    if (!present && trusted !== fingerprintOf(library.publicKey))
      throw new DeskError('pack-untrusted', '还没有确认发布者的指纹，没有导入')
    refuseUnseen({ version: pack.manifest.version, manifestHash: pack.manifestHash }, seen)
    return present?.manifestHash ?? null
  }

  /**
   * A library that was left since the look is not brought back, nor does a channel bring what was left with it.
   * Within the caller's transaction.
   */
  function refuseChanged({ manifest, unchanged, comparedWith }: Pack, found: Found, way: Way): void {
    const { id } = manifest.library
    const here: Found = libraries.find(id)?.manifestHash ?? null
    if (here !== found || (unchanged.size > 0 && here !== comparedWith))
      throw new DeskError('pack-refused', '这个话术库刚刚在这台电脑上退出了或更新了，没有导入。请再看一下')
    if (way.isOfChannel && !libraries.hasChannel(id))
      throw new DeskError('pack-refused', '这个话术库刚刚断开了频道，没有导入')
  }

  /**
   * Brings a pack in, in one step that can be undone.
   *
   * @param found what `refuseUnwanted` returned, where what must stand before took its time since
   * @throws DeskError `pack-refused`, `pack-untrusted`, `undecided`, `release-changed`; the library is as it was then
   */
  function applyPack(
    pack: Pack,
    consent: Consent = {},
    way = FROM_FILE,
    found = refuseUnwanted(pack, consent, way),
  ): PackOutcome {
    beforeWriting()
    for (const [hash, content] of pack.images) {
      if (images.add(content, '').hash !== hash)
        throw new DeskError(
          'pack-refused',
          '没有导入：有图片带着多余的信息，请发布者重新发布。本机的话术没有改动',
        )
    }
    const { library } = meet(pack, way)
    const { changes, notes } = writing(`更新团队话术《${library.name}》到第 ${library.version} 版`, () => {
      // Asked again with the write lock held: a window or another program may have been here meanwhile.
      const met = meet(pack, way)
      refuseChanged(pack, found, way)
      if (way.trunk) backToTrunk(met.library, way.trunk)
      return applier.apply(met.library, pack, consent.decisions ?? {})
    })
    return { library: libraries.described(library.id), totals: totalsOf(changes), notes }
  }

  return {
    list: libraries.list,
    keys,

    find: libraries.find,
    entries: libraries.entries,

    /** What is here of a library, for a release that comes; null when nothing is. */
    presentRelease(id: string): PresentRelease | null {
      const library = libraries.find(id)
      return (
        library && {
          manifestHash: library.manifestHash,
          phraseIds: () => libraries.entryIds(id, 'phrase'),
          groupsOf: (phraseIds) => libraries.groupsOf(id, phraseIds),
          hasImage: (hash) => images.info(hash) !== null,
        }
      )
    },

    /** What `apply` would do. @throws DeskError `pack-refused`, `pack-untrusted` */
    preview: (bytes: Uint8Array): PackPreview => previewPack(readPack(bytes)),

    previewPack,
    refuseUnwanted,

    /** @throws as `applyPack` */
    apply: (bytes: Uint8Array, consent: Consent = {}): PackOutcome => applyPack(readPack(bytes), consent),

    applyPack,
    /** Begins a library that this machine publishes, and makes its key. */
    async begin({ name, publisher, rootGroups, allowsEdits }: NewLibrary): Promise<TeamLibrary> {
      const id = newId()
      const { publicKey } = await keys.make(id)
      writing(`新建团队话术库《${name}》`, () =>
        libraries.save({
          ...{ id, name, publisher, publicKey, allowsEdits, role: 'publisher', version: 0, manifestHash: '' },
          ...{ publishedAt: 0, message: null, mustUpdateBy: null, rootGroups: [...rootGroups] },
          trunk: { version: 0, manifestHash: '' },
        }),
      )
      return libraries.described(id)
    },

    /** Changes what is published from the next release on. */
    change(id: string, { name, publisher, rootGroups, allowsEdits }: NewLibrary): TeamLibrary {
      const library = libraries.get(id)
      if (library.role !== 'publisher') throw new DeskError('pack-untrusted', '只有发布者能改这些')
      writing(`修改团队话术库《${name}》`, () =>
        libraries.save({ ...library, name, publisher, allowsEdits, rootGroups: [...rootGroups] }),
      )
      return libraries.described(id)
    },

    /** Ends a library here: its phrases become the agent's own, or leave. */
    leave(id: string, phrases: 'keep' | 'remove'): void {
      const library = libraries.get(id)
      writing(`退出团队话术库《${library.name}》`, () => {
        const local = libraries.entries(id, 'phrase').map(({ localId }) => localId)
        if (library.role === 'subscriber') {
          if (phrases === 'remove') book.remove(local)
          else for (const localId of local) book.adopt(localId)
        }
        libraries.forget(id)
      })
    },

    /** Makes this machine one that publishes the library: it holds the key now. */
    async takeKey(id: string, pem: string, passphrase: string | undefined): Promise<TeamLibrary> {
      const library = libraries.get(id)
      await keys.take(library, pem, passphrase)
      const rootGroups = library.role === 'publisher' ? library.rootGroups : teamGroups.outermost(library)
      writing(`开始发布《${library.name}》`, () =>
        libraries.save({ ...library, role: 'publisher', rootGroups }),
      )
      return libraries.described(id)
    },
  }
}

export type TeamDesk = ReturnType<typeof createTeamDesk>
