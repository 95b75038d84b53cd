import type { ReactNode } from 'react'

/** Drawn on a grid of 16, with a line of 1.4, in the colour of the text; `1em` wide. Decoration: hidden from readers. */
export function Icon({ children }: { children: ReactNode }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 16 16"
      width="1em"
      height="1em"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {children}
    </svg>
  )
}

export const CloseIcon = () => (
  <Icon>
    <path d="m4.5 4.5 7 7m0-7-7 7" />
  </Icon>
)

export const GearIcon = () => (
  <Icon>
    <path d="M2.5 5h4m4 0h3M2.5 11h2m4 0h5" />
    <circle cx="8.5" cy="5" r="1.9" />
    <circle cx="6.5" cy="11" r="1.9" />
  </Icon>
)

export const PinIcon = () => (
  <Icon>
    <path d="M5.5 2.5h5M6.2 2.5v4L4.4 9.2h7.2L9.8 6.5v-4M8 9.2v4.3" />
  </Icon>
)

export const ProductIcon = () => (
  <Icon>
    <path d="M2.8 5.2 8 2.6l5.2 2.6v5.6L8 13.4l-5.2-2.6zM2.8 5.2 8 7.8l5.2-2.6M8 7.8v5.6" />
  </Icon>
)

export const BuyerIcon = () => (
  <Icon>
    <circle cx="8" cy="5.4" r="2.6" />
    <path d="M3 13.4c.5-2.6 2.5-3.9 5-3.9s4.5 1.3 5 3.9" />
  </Icon>
)

export const NoteIcon = () => (
  <Icon>
    <circle cx="8" cy="8" r="5.8" />
    <path d="M8 7.3v3.4M8 5.2v.1" />
  </Icon>
)

export const WarningIcon = () => (
  <Icon>
    <path d="M8 2.7 14 13H2zM8 6.6v3M8 11.3v.1" />
  </Icon>
)

export const FlagIcon = () => (
  <Icon>
    <path d="M3.8 13.8V2.6c2.9-1.3 5.5 1.3 8.4 0v6.6c-2.9 1.3-5.5-1.3-8.4 0" />
  </Icon>
)

export const DoneIcon = () => (
  <Icon>
    <path d="m3.5 8.5 3 3 6-7" />
  </Icon>
)

export const PictureIcon = () => (
  <Icon>
    <path d="M2.5 3.5h11v9h-11zM2.5 11 6 7.8l2.6 2.4 1.7-1.5 3.2 2.8M10.4 6v.1" />
  </Icon>
)

/** One message behind the other. */
export const SequenceIcon = () => (
  <Icon>
    <path d="M2.5 2.8h8v5.4h-8zM5.5 10.8h8V5.4" />
  </Icon>
)
