import { createRoot } from 'react-dom/client'
import '../ui/tokens.css'
import '../ui/reset.css'
import '../ui/base.css'
import { Panel } from './components/Panel.tsx'
import { PanelProvider } from './components/panel-context.tsx'
import { remoteDesk } from './remote-desk.ts'
import { createPanel } from './state/panel.ts'

const place = document.getElementById('panel')
if (!place) throw new Error('no #panel')

// The same page in the window beside the chat; what it has of its own comes only there.
if (location.hash === '#sidecar') void import('./sidecar/main.tsx')
else {
  const panel = createPanel(remoteDesk)
  panel.start()
  createRoot(place).render(
    <PanelProvider value={panel}>
      <Panel />
    </PanelProvider>,
  )
}
