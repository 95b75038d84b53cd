import { createRoot } from 'react-dom/client'
import { PanelProvider } from '../components/panel-context.tsx'
import { Sidecar } from './Sidecar.tsx'
import { createSidecar } from './sidecar.ts'
import { SidecarProvider } from './sidecar-context.tsx'
import { remoteSidecar, sidecarDesk } from './sidecar-desk.ts'

const place = document.getElementById('panel')
if (!place) throw new Error('no #panel')

const sidecar = createSidecar(remoteSidecar, (shown) => sidecarDesk(remoteSidecar, shown))
sidecar.start()
createRoot(place).render(
  <SidecarProvider value={sidecar}>
    <PanelProvider value={sidecar.panel}>
      <Sidecar />
    </PanelProvider>
  </SidecarProvider>,
)
