import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { App, ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import { type ReactNode, useMemo, useRef } from 'react'
import { useRem } from '../../ui/use-rem.ts'
import { useAppState } from '../data/queries.ts'
import { strings } from '../strings.ts'
import { Shell } from './Shell.tsx'
import { workbenchTheme } from './theme.ts'
import { useMode } from './use-mode.ts'

// The desk tells of every change (`use-desk-events.ts`), so nothing grows stale by age, and a refusal is an answer.
const client = new QueryClient({
  defaultOptions: {
    queries: { staleTime: Number.POSITIVE_INFINITY, retry: false, refetchOnWindowFocus: false },
  },
})

/** The window's root: data, theme and language around the pages. */
export function Workbench() {
  return (
    <QueryClientProvider client={client}>
      <Dressed>
        <Shell />
      </Dressed>
    </QueryClientProvider>
  )
}

function Dressed({ children }: { children: ReactNode }) {
  const state = useAppState()
  const mode = useMode(state.data?.settings.theme ?? 'system')
  const popups = useRef<HTMLElement>(null)
  const rem = useRem()
  const theme = useMemo(() => workbenchTheme(mode, rem), [mode, rem])
  return (
    <ConfigProvider
      theme={theme}
      locale={zhCN}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
      getPopupContainer={() => popups.current ?? document.body}
    >
      <App message={{ maxCount: 3 }}>{children}</App>
      {/* Menus and lists that open over the page are a place of their own, so that screen readers can name it. */}
      <section ref={popups} aria-label={strings.popups} />
    </ConfigProvider>
  )
}
