import type { DeskEvent } from '../../../shared/model/desktop.ts'
import type { Settings } from '../../../shared/model/settings.ts'
import type { Database } from '../database/open-database.ts'
import type { PatientWriter } from '../database/patient-writer.ts'
import { createFollowUpDesk, type FollowUpLibrary } from '../follow-ups/follow-up-desk.ts'
import { createFollowUpTable } from '../follow-ups/follow-up-table.ts'
import { sealedFollowUps } from '../follow-ups/sealed-follow-ups.ts'
import { createCustomerDesk } from './customer-desk.ts'
import { createCustomers } from './customers.ts'
import type { KeyProtector } from './key-protector.ts'

interface Surroundings {
  dataDir: string
  patiently: PatientWriter
  protector: () => Promise<KeyProtector | null>
  settings: () => Settings
  petName: () => string
  /** What is said to buyers, and of what. */
  library: FollowUpLibrary
  now: () => number
  newId: () => string
  tell: (event: DeskEvent) => void
  /** Whether anybody listens to what is told. */
  isHeard: () => boolean
}

/** Everything that is kept of buyers, under one ring of keys: who they are, and what the shop still owes them. */
export function createBuyerDesks(database: Database, surroundings: Surroundings) {
  const { dataDir, patiently, protector, settings, petName, library, now, newId, tell, isHeard } =
    surroundings
  const table = createFollowUpTable(database)
  const records = createCustomers(database, {
    ...{ dataDir, protector, now, newId },
    retentionDays: () => settings().buyers.retentionDays,
    elsewhere: sealedFollowUps(table, now),
  })
  const followUps = createFollowUpDesk({
    ...{ table, customers: records, settings, library, now, newId, tell, isHeard },
  })
  const customers = createCustomerDesk({
    ...{ customers: records, patiently, followUps, now, petName },
    keepsBuyers: () => settings().buyers.keep,
    tell: (forgotten) => tell({ kind: 'customers-changed', ...(forgotten && { forgotten }) }),
  })
  return { customers, followUps }
}
