import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { config } from 'zod'
import '../ui/tokens.css'
import '../ui/reset.css'
import './workbench.css'
import { Workbench } from './app/Workbench.tsx'

// The page's policy forbids `eval`; without this zod would try it once and leave a violation in the log.
config({ jitless: true })

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Workbench />
    </StrictMode>,
  )
}
