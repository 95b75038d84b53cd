import type { PackManifest } from '../../../shared/model/pack.ts'
import type { TeamLibrary, TeamRemovals } from '../../../shared/model/team.ts'
import type { Database } from '../database/open-database.ts'
import { type RevisionSpan, withinRevisions } from '../database/revision.ts'
import { DeskError } from '../desk-error.ts'
import type { Images } from '../images/images.ts'
import type { PhraseBook } from '../phrases/phrase-book.ts'
import type { PhraseGroups } from '../phrases/phrase-groups.ts'
import type { Journal } from '../undo/journal.ts'
import { isOvertaken } from './lineage.ts'
import { imagesIn } from './pack-contents.ts'
import { packFileName, zipRelease } from './pack-file.ts'
import { createPublications, type Publication, publicationOf, refuseBlockedWording } from './publish.ts'
import { type Pack, type SignedRelease, signRelease } from './signed-release.ts'
import type { PublisherKey } from './signing.ts'
import { createTeamLibraries, type HeldLibrary } from './team-libraries.ts'
import { withTeamUnlocked } from './team-lock.ts'

/** What a publisher says of a release. */
export type ReleaseNotes = Pick<PackManifest, 'message' | 'mustUpdateBy'>

/** A release, and which group or phrase here each of its entries is. */
export interface Prepared {
  release: Pick<SignedRelease, 'manifest' | 'manifestHash'>
  publication: Publication
}

/** A release as one file. */
export interface PublishedPack {
  bytes: Uint8Array
  fileName: string
  library: TeamLibrary
}

interface ReleaseParts {
  database: Database
  book: PhraseBook
  groups: PhraseGroups
  images: Images
  record: Journal['step']
  /** Names that no wording rule applies to. */
  productNames: () => readonly string[]
  now: () => number
  newId: () => string
}

/**
 * Releases of the libraries that this machine publishes. All of a library is read, packed, hashed and signed at once: ten
 * seconds for 100,000 phrases, so whoever serves windows has it done on a thread (`pack-threads.ts`).
 */
export function createTeamReleases({ database, images, record, productNames, now, ...parts }: ReleaseParts) {
  const libraries = createTeamLibraries(database, now)
  const publications = createPublications({ database, libraries, ...parts })

  /**
   * The next release of a library; nothing counts as published yet.
   *
   * @throws DeskError `not-found`, `wording-blocked`, `image-lost`
   */
  function prepare(
    id: string,
    version: number,
    { message, mustUpdateBy }: ReleaseNotes,
    key: PublisherKey,
  ): Prepared & { release: SignedRelease } {
    // As it stands at one moment: windows go on writing meanwhile.
    const { library, publication } = database.transaction(() => {
      const read = libraries.get(id)
      return { library: read, publication: publications.read(read) }
    })()
    refuseBlockedWording(publication.contents.phrases, productNames())
    const pictures = imagesIn(publication.contents).map((hash) => {
      const { type, content } = images.read(hash)
      return { hash, type, bytes: content }
    })
    const said = {
      ...{ library: { id, name: library.name }, version, publishedAt: now() },
      ...{ message, mustUpdateBy, allowsEdits: library.allowsEdits, publisherName: library.publisher },
    }
    return { publication, release: signRelease(publication.contents, pictures, said, key) }
  }

  /** Within the caller's transaction. */
  function note({ release: { manifest, manifestHash }, publication }: Prepared, isOfChannel: boolean): void {
    const { version, publishedAt, message, mustUpdateBy } = manifest
    const library = libraries.get(manifest.library.id)
    libraries.save({
      ...{ ...library, role: 'publisher', version, publishedAt, manifestHash, message, mustUpdateBy },
      trunk: isOfChannel ? { version, manifestHash } : library.trunk,
    })
    publications.note(library, publication)
  }

  return {
    /** What the next release would take from the team. @throws DeskError `not-found` */
    removals: database.transaction((id: string): TeamRemovals => publications.removals(libraries.get(id))),

    prepare,

    /**
     * The next release as a pack. It counts as published when this returns, whatever becomes of the bytes.
     *
     * @throws DeskError as `prepare`, and `release-changed` when another release came or went out meanwhile
     */
    publish(
      id: string,
      notes: ReleaseNotes,
      key: PublisherKey,
    ): { published: PublishedPack; revisions: RevisionSpan } {
      const before = libraries.get(id)
      const version = before.version + 1
      const prepared = prepare(id, version, notes, key)
      const bytes = zipRelease(prepared.release)
      const { revisions } = record(`发布团队话术《${before.name}》第 ${version} 版`, () =>
        withinRevisions(database, () =>
          withTeamUnlocked(database, () => {
            refuseOvertaken(libraries.get(id), before)
            note(prepared, false)
          }),
        ),
      )
      const library = libraries.described(id)
      return { published: { bytes, fileName: packFileName(library.name, version), library }, revisions }
    },

    /**
     * From now on `release` is the newest here and in its channel. It is out in the world already, so no undo takes it
     * back.
     */
    noteReleased: (prepared: Prepared): RevisionSpan =>
      withinRevisions(database, () => withTeamUnlocked(database, () => note(prepared, true))).revisions,

    /** `contents` under the name of `release`, as if it had just been prepared. */
    asPrepared: ({ manifest, manifestHash }: Prepared['release'], contents: Pack['contents']): Prepared => ({
      release: { manifest, manifestHash },
      publication: publicationOf(contents, manifest.library.id, libraries),
    }),
  }
}

export type TeamReleases = ReturnType<typeof createTeamReleases>

/** What was read, packed and signed goes on top of what it was read upon, and nothing else. */
function refuseOvertaken(now: HeldLibrary, before: HeldLibrary): void {
  if (!isOvertaken(before, now)) return
  throw new DeskError(
    'release-changed',
    `没有发布：《${now.name}》刚刚在别处发布或更新了，现在是第 ${now.version} 版。请再发布一次`,
  )
}
