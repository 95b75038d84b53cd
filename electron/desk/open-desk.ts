import { v7 as uuidv7 } from 'uuid'
import type { DeskEvent } from '../../shared/model/desktop.ts'
import type { Settings, SettingsPatch } from '../../shared/model/settings.ts'
import type { ShopProfile } from '../../shared/model/shop.ts'
import { openLibrary } from './backups/open-library.ts'
import { createSafekeeping } from './backups/safekeeping.ts'
import { createChannelDesk } from './channels/channel-desk.ts'
import type { ChannelWorld } from './channels/channel-parts.ts'
import { createMissLog, noticingMisses } from './channels/feedback/miss-log.ts'
import { createBuyerDesks } from './customers/buyer-desks.ts'
import { beginRounds } from './customers/daily-rounds.ts'
import type { KeyProtector } from './customers/key-protector.ts'
import { integrityProblems } from './database/integrity.ts'
import { createPatientWriter } from './database/patient-writer.ts'
import { watchRevision } from './database/revision.ts'
import { createUsageLog, type PhraseUse } from './figures/usage-log.ts'
import { beginReminders } from './follow-ups/reminder-rounds.ts'
import { createDailySweep } from './images/daily-sweep.ts'
import { createImages } from './images/images.ts'
import { createPackDesk } from './packs/pack-desk.ts'
import { createQuickRelease } from './packs/quick-release.ts'
import { createTeamDesk, type NewLibrary } from './packs/team-desk.ts'
import type { ReleaseNotes } from './packs/team-releases.ts'
import { createPhraseCare } from './phrases/care-desk.ts'
import { createIndexLineage } from './phrases/index-lineage.ts'
import { openLibrarySearch } from './phrases/library-search.ts'
import { createPhraseBook } from './phrases/phrase-book.ts'
import { createBulkChanges } from './phrases/phrase-bulk.ts'
import { createPhraseDesk } from './phrases/phrase-desk.ts'
import { createPhraseFinder } from './phrases/phrase-finder.ts'
import { createPhraseGroups } from './phrases/phrase-groups.ts'
import { createPhraseListing } from './phrases/phrase-listing.ts'
import { createPickStore } from './phrases/pick-store.ts'
import { createPreparedStore } from './phrases/prepared-store.ts'
import { type Catalogue, createCatalogue } from './products/catalogue.ts'
import { createMissingFacts } from './products/missing-facts.ts'
import { createProductDesk } from './products/product-desk.ts'
import { createProductSearch } from './products/product-search.ts'
import { createStockRefreshes } from './products/stock-refresh.ts'
import { createScripts } from './scripts/render-phrase.ts'
import { openSettings } from './settings/settings-file.ts'
import { createShop } from './shops/shop.ts'
import { createShopBook } from './shops/shop-book.ts'
import { createShopDesk } from './shops/shop-desk.ts'
import { seedLibrary } from './starter/seed-library.ts'
import { createExportDesk } from './transfer/export/export-desk.ts'
import { createPhraseImports } from './transfer/phrases/phrase-imports.ts'
import { createProductImports } from './transfer/products/product-import.ts'
import { beginJournal } from './undo/begin-journal.ts'
import { stepLabels } from './undo/step-labels.ts'
import { createUndoDesk } from './undo/undo-desk.ts'

export interface DeskOptions {
  dataDir: string
  /** Start a new library without the starter phrases and the sample shop. */
  empty?: boolean
  /** `host` is a program with windows, of which a library allows one; `guest` works beside it. */
  presence?: 'host' | 'guest'
  /** Opens the system's keyring, which keeps the keys of buyers' data; null where the host has none. */
  keyProtector?: () => Promise<KeyProtector | null>
  now?: () => number
  newId?: () => string
  channelWorld?: Partial<ChannelWorld>
}

const WARM_UP_PHRASES = 20

export type Desk = ReturnType<typeof openDesk>

/**
 * Opens the application on a data folder: everything a host (Electron, browser host, command line) needs, and nothing
 * of a host. A new folder gets the starter library.
 *
 * @throws DeskError when the folder or the library in it cannot be used; nothing was changed then.
 */
export function openDesk({
  dataDir,
  empty = false,
  presence = 'guest',
  keyProtector = async () => null,
  // Looked up at each call: a clock that is set later holds for the desk, too.
  now = () => Date.now(),
  newId = uuidv7,
  channelWorld = {},
}: DeskOptions) {
  const settings = openSettings(dataDir, now)
  const chosenFolder = settings.read().backupFolder
  const library = openLibrary({ dataDir, presence, chosenFolder, now })
  const { database } = library
  const groups = createPhraseGroups(database, { newId })
  const book = createPhraseBook(database, groups, { now, newId })
  const catalogue = createCatalogue(database, { now, newId })
  const shopBook = createShopBook(database, { newId })
  const shop = createShop(shopBook, {
    read: () => settings.read().shopId,
    write: (shopId) => settings.update({ shopId }),
  })
  const images = createImages(database, { dataDir, now })
  const scripts = createScripts(catalogue, shop, { now, imageInfo: images.info })
  const patiently = createPatientWriter(database)
  const usage = createUsageLog(database, patiently)
  const undo = createUndoDesk(beginJournal(database, presence, now), {
    ...{ dataDir, forget, reindex, noticeOthers: noticeOtherPrograms },
    tell: () => tell({ kind: 'library-changed' }),
  })
  const { record } = undo
  const productImports = createProductImports(database, recorded(stepLabels.importProducts), { now, newId })
  const stockRefreshes = createStockRefreshes(recorded(stepLabels.refreshStock), { now, newId })
  const missingFacts = createMissingFacts({ phrases: book, catalogue, shop }, now)
  // Decided once: a library that was begun empty stays so, whichever program opens it next.
  if (isNew()) beginLibrary()

  const search = openLibrarySearch(book, groups, {
    dataDir,
    lineage: createIndexLineage(database),
    prepared: createPreparedStore(database),
    picks: createPickStore(database, { dataDir, patiently, settings: settings.read, now }),
  })
  const listing = createPhraseListing(database, { groups, search, now })
  const misses = createMissLog(database, now)
  const find = noticingMisses(createPhraseFinder(search, { book, scripts, catalogue }, now), misses)

  const listeners = new Set<(event: DeskEvent) => void>()
  const tell = (event: DeskEvent) => {
    for (const listener of listeners) listener(event)
  }

  const { customers, followUps } = createBuyerDesks(database, {
    ...{ dataDir, patiently, protector: keyProtector, settings: settings.read, now, newId, tell },
    petName: () => shop.profile().petName,
    isHeard: () => listeners.size > 0,
    library: { find, book, scripts, catalogue },
  })

  const team = createTeamDesk({
    ...{ database, dataDir, book, groups, images, now, newId, record, openProtector: keyProtector },
    beforeWriting: () => void safekeeping.makeBefore('import'),
  })

  const revision = watchRevision(database)

  /** Two programs may meet in a new folder; the one that gets the write lock first begins the library. */
  function beginLibrary(): void {
    database
      .transaction(() => {
        if (!isNew()) return
        if (empty) shop.save(shop.profile())
        else seedLibrary(database, { book, groups, catalogue, shop }, now)
      })
      .immediate()
  }

  function isNew(): boolean {
    return database.prepare('SELECT NOT EXISTS (SELECT 1 FROM shops)').pluck().get() === 1
  }

  function noticeOtherPrograms(): void {
    library.refuseIfGone()
    if (revision.othersChangedIt()) readAnew()
  }

  function readAnew(): void {
    forget()
    customers.refresh()
    search.reload()
    tell({ kind: 'library-changed' })
  }

  /** What was read of the library is read again when it is next needed. */
  function forget(): void {
    groups.refresh()
    catalogue.refresh()
    shop.refresh()
  }

  /** The index takes phrases in as they are now, or lets go of them. */
  function reindex(ids: readonly string[] | 'all'): void {
    if (ids === 'all') search.reload()
    else {
      search.remove(ids)
      search.upsert(book.pick(ids))
    }
  }

  /** The catalogue for those who write it after having waited for something: what they write is one step. */
  function recorded(label: string): Catalogue {
    return { ...catalogue, whileLocked: (work) => record(label, () => catalogue.whileLocked(work)) }
  }

  const safekeeping = createSafekeeping(library, {
    dataDir,
    settings,
    now,
    onReplaced: noticeOtherPrograms,
    onChanged: () => tell({ kind: 'backups-changed' }),
  })

  const imports = createPhraseImports({
    ...{ dataDir, now, newId, session: undo.session, onWritten: noticeOtherPrograms },
    beforeWriting() {
      noticeOtherPrograms()
      return safekeeping.makeAhead('import')
    },
    onProgress: (id, progress) => tell({ kind: 'import-progress', id, ...progress }),
  })

  const packs = createPackDesk({
    ...{ dataDir, now, newId, session: undo.session, onWritten: noticeOtherPrograms },
    ...{ hasWindows: presence === 'host', isQuick: createQuickRelease(database) },
    ...{ keys: team.keys, onPublished: revision.passOver },
    beforeWriting(occasion) {
      noticeOtherPrograms()
      return safekeeping.makeAheadOf(occasion)
    },
  })

  /** What another program has written is known before the desk answers or writes anything itself. */
  const upToDate =
    <Args extends unknown[], Result>(act: (...args: Args) => Result) =>
    (...args: Args): Result => {
      noticeOtherPrograms()
      return act(...args)
    }

  /** After much was written at once: the index takes the whole library in again. */
  function reread<T>(result: T): T {
    search.reload()
    return told(result)
  }

  /** After something was written that the index does not hold. */
  function told<T>(result: T): T {
    tell({ kind: 'library-changed' })
    return result
  }

  const phraseDesk = createPhraseDesk({
    ...{ book, groups, listing, find, search, record, upToDate },
    changeMany: createBulkChanges(database, groups, now),
    changeBeside: undo.changeBeside,
    tell: () => tell({ kind: 'library-changed' }),
  })

  const channels = createChannelDesk({
    ...{ database, dataDir, team, packs, book, misses, now, newId, tell, ...channelWorld },
    openProtector: keyProtector,
    nicknames: customers.nicknames,
    createPhrase: phraseDesk.phrases.create,
  })

  return {
    dataDir,

    ...phraseDesk,

    ...createPhraseCare({
      ...{ database, dataDir, book, search, record, upToDate },
      tell: () => tell({ kind: 'library-changed' }),
    }),

    products: createProductDesk({
      ...{ catalogue, stockRefreshes, missingFacts, record, upToDate, told },
      search: createProductSearch(catalogue),
      imports: productImports,
      beforeImport: () => safekeeping.makeAhead('import'),
    }),

    shop: {
      profile: upToDate(shop.profile),
      save: upToDate((profile: ShopProfile) => told(record(stepLabels.saveShop, () => shop.save(profile)))),
    },

    shops: createShopDesk(shop, shopBook, { upToDate, told, record }),

    settings: {
      read: settings.read,
      update(patch: SettingsPatch): Settings {
        const next = settings.update(patch)
        tell({ kind: 'settings-changed' })
        return next
      },
    },

    customers,
    followUps,

    packs,
    team: {
      list: upToDate(team.list),
      preview: upToDate(team.preview),
      apply: upToDate((...args: Parameters<typeof team.apply>) => reread(team.apply(...args))),
      begin: upToDate(async (library: NewLibrary) => told(await team.begin(library))),
      change: upToDate((id: string, library: NewLibrary) => told(team.change(id, library))),
      removals: upToDate(packs.removals),
      publish: upToDate(async (id: string, notes: ReleaseNotes) => told(await packs.publish(id, notes))),
      leave: upToDate((id: string, phrases: 'keep' | 'remove') => {
        reread(team.leave(id, phrases))
        channels.detach(id)
      }),
      takeKey: upToDate(team.takeKey),
      writeKey: team.keys.write,
    },

    channels,

    images: {
      add: upToDate(images.add),
      read: upToDate(images.read),
      glances: upToDate(images.glances),
      keepThumbnail: upToDate(images.keepThumbnail),
    },

    scripts: {
      render: upToDate(scripts.render),
      preview: upToDate(scripts.preview),
      promiseMade: upToDate(scripts.promiseMade),
      obstaclesIn: upToDate(scripts.obstaclesIn),
    },

    imports,
    exports: createExportDesk({ dataDir, listing, book, now }),

    usage: {
      /** `query` teaches the search; what is kept of it is its length, and sealed what it is about. */
      record({ query, ...use }: Omit<PhraseUse, 'at' | 'queryLength'> & { query: string }) {
        library.refuseIfGone()
        const at = now()
        usage.record({ ...use, at, queryLength: query.length })
        search.recordUse(use.phraseId, at)
        if (query.trim() !== '') search.learn(query, use.phraseId, at)
        tell({ kind: 'phrase-used' })
      },
      sixSeconds: usage.sixSeconds,
    },

    safekeeping,

    undo: { state: undo.state, undo: upToDate(undo.undo), redo: upToDate(undo.redo) },

    /** Returns the function that stops listening. */
    onEvent(listener: (event: DeskEvent) => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },

    integrityProblems: () => integrityProblems(database),

    /**
     * Resolves when the first keystroke and the first preview will be as quick as all later ones: the search has taken
     * the library in, and the script engine has run once (its first run takes 30–90 ms).
     */
    async ready(): Promise<void> {
      await search.ready()
      const nothingKnown = { productId: null, buyer: null }
      for (const phrase of book.list({ offset: 0, limit: WARM_UP_PHRASES }).phrases)
        scripts.render(phrase, nothingKnown)
    },

    /** What a host that stays open does by itself: the day's backup, and what is kept of buyers too long goes. */
    beginRounds(): () => void {
      const sweep = createDailySweep(database, images, { oldestBackup: safekeeping.oldestBackup, now })
      const endings = [
        safekeeping.begin(),
        beginRounds(customers.upkeep),
        beginReminders(followUps.remind),
        beginRounds(sweep),
        channels.begin(),
      ]
      return () => {
        for (const end of endings) end()
      }
    },

    async close(): Promise<void> {
      // A release that is coming in ends with its thread: the channel that waits for it does, too.
      await Promise.all([channels.close(), packs.closeAll(), imports.closeAll()])
      await search.close()
      await safekeeping.settled()
      await customers.settled()
      await undo.settled()
      await patiently.settled()
      library.close()
    },
  }
}
