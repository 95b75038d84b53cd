import type { ReactNode } from 'react'
import './hidden.css'

/** Said to screen readers, not shown. */
export function Hidden({ children, ...region }: { children: ReactNode; role?: 'status'; id?: string }) {
  return (
    <span className="visually-hidden" {...region}>
      {children}
    </span>
  )
}
