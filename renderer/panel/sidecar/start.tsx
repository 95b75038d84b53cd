import { createRoot } from 'react-dom/client'
import { PanelProvider } from '../components/panel-context.tsx'
import { Sidecar } from './Sidecar.tsx'
import { createSidecar } from './sidecar.ts'
import { SidecarProvider } from './sidecar-context.tsx'
import { remoteSidecar, sidecarDesk } from './sidecar-desk.ts'

/** The page as the sidecar. */
export function start(place: HTMLElement): void {
  const sidecar = createSidecar(remoteSidecar, (chosenGroup) => sidecarDesk(remoteSidecar, chosenGroup))
  sidecar.start()
  createRoot(place).render(
    <SidecarProvider value={sidecar}>
      <PanelProvider value={sidecar.panel}>
        <Sidecar />
      </PanelProvider>
    </SidecarProvider>,
  )
}
