import { Activity, lazy, Suspense } from 'react'
import { BagIcon, BellIcon, BuyerIcon, GearIcon, PhrasesIcon, TeamIcon } from '../components/icons.tsx'
import { useDeskEvents } from '../data/use-desk-events.ts'
import { DueBadge } from '../follow-ups/DueBadge.tsx'
import { useReminders } from '../follow-ups/reminders/use-reminders.tsx'
import { RecoveryNotice } from '../settings/backup/RecoveryNotice.tsx'
import { strings } from '../strings.ts'
import { WaitingBadge } from '../team/channel/WaitingBadge.tsx'
import { useDroppedPack } from '../team/use-dropped-pack.ts'
import { useReleaseNews } from '../team/use-release-news.tsx'
import { TourGate } from '../tour/TourGate.tsx'
import { loadPhrases, usePhrasesAhead } from './phrases-ahead.ts'
import { formatRoute, type Page, type Route } from './route.ts'
import styles from './Shell.module.css'
import { SixMark } from './SixMark.tsx'
import { UndoButtons } from './undo/UndoButtons.tsx'
import { useGuardWindow } from './use-guard-window.ts'
import { useRoute } from './use-route.ts'
import { useTextSize } from './use-text-size.ts'

const PhrasesPage = lazy(loadPhrases)
const ProductsPage = lazy(() => import('../products/ProductsPage.tsx'))
const CustomersPage = lazy(() => import('../customers/CustomersPage.tsx'))
const FollowUpsPage = lazy(() => import('../follow-ups/FollowUpsPage.tsx'))
const TeamPage = lazy(() => import('../team/TeamPage.tsx'))
const SettingsPage = lazy(() => import('../settings/SettingsPage.tsx'))

const MENU: readonly { page: Page; icon: typeof BagIcon; route: Route }[] = [
  { page: 'phrases', icon: PhrasesIcon, route: { page: 'phrases' } },
  { page: 'products', icon: BagIcon, route: { page: 'products', view: 'overview' } },
  { page: 'customers', icon: BuyerIcon, route: { page: 'customers', customerId: null } },
  { page: 'follow-ups', icon: BellIcon, route: { page: 'follow-ups', followUpId: null } },
  { page: 'team', icon: TeamIcon, route: { page: 'team', packId: null } },
  { page: 'settings', icon: GearIcon, route: { page: 'settings', field: null } },
]

/** The menu on the left and the page beside it. */
export function Shell() {
  useDeskEvents()
  useGuardWindow()
  useTextSize()
  const { route, go } = useRoute()
  useReminders(go)
  useReleaseNews(go)
  useDroppedPack(go)
  const isPhrases = route.page === 'phrases'
  const isPhrasesAhead = usePhrasesAhead(isPhrases)

  return (
    <div className={styles.shell}>
      <nav className={styles.rail} aria-label={strings.menu.label}>
        <SixMark />
        {MENU.map(({ page, icon: Icon, route: target }) => (
          <button
            key={page}
            type="button"
            className={styles.entry}
            aria-current={route.page === page ? 'page' : undefined}
            onClick={() => formatRoute(route) !== formatRoute(target) && go(target)}
          >
            <Icon />
            {strings.menu[page]}
            {page === 'follow-ups' && <DueBadge />}
            {page === 'team' && <WaitingBadge />}
          </button>
        ))}
        <UndoButtons />
      </nav>
      <main className={styles.page}>
        <RecoveryNotice />
        <Suspense fallback={null}>
          {(isPhrases || isPhrasesAhead) && (
            <Activity mode={isPhrases ? 'visible' : 'hidden'}>
              <PhrasesPage
                phraseId={isPhrases ? route.phraseId : undefined}
                onOpened={() => go({ page: 'phrases' })}
              />
            </Activity>
          )}
          {route.page === 'products' && <ProductsPage route={route} go={go} />}
          {route.page === 'customers' && <CustomersPage customerId={route.customerId} go={go} />}
          {route.page === 'follow-ups' && <FollowUpsPage followUpId={route.followUpId} go={go} />}
          {route.page === 'team' && <TeamPage packId={route.packId} go={go} />}
          {route.page === 'settings' && <SettingsPage field={route.field} />}
        </Suspense>
      </main>
      <TourGate go={go} />
    </div>
  )
}
