import type { ReactNode } from 'react'

interface IconProps {
  size?: string
}

/** One line weight on a grid of 20, drawn in the colour of the text around. Decorative: the words are beside it. */
function Icon({ size = '1.25em', children }: IconProps & { children: ReactNode }) {
  return (
    <svg
      viewBox="0 0 20 20"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      style={{ flex: 'none', verticalAlign: '-0.25em' }}
    >
      {children}
    </svg>
  )
}

export const PhrasesIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M3 5.5A1.5 1.5 0 0 1 4.5 4h11A1.5 1.5 0 0 1 17 5.5v7a1.5 1.5 0 0 1-1.5 1.5H9l-3.5 3v-3h-1A1.5 1.5 0 0 1 3 12.5zM6.5 7.5h7M6.5 10.5h4.5" />
  </Icon>
)

export const BagIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M4.5 7h11l.8 8.4a1.5 1.5 0 0 1-1.5 1.6H5.2a1.5 1.5 0 0 1-1.5-1.6zM7 9V6a3 3 0 0 1 6 0v3" />
  </Icon>
)

export const BuyerIcon = (props: IconProps) => (
  <Icon {...props}>
    <circle cx="10" cy="6.75" r="3.25" />
    <path d="M3.75 16.5c.7-3.2 3.2-4.75 6.25-4.75s5.55 1.55 6.25 4.75" />
  </Icon>
)

export const BellIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M5.5 13.5V9a4.5 4.5 0 0 1 9 0v4.5l1.25 1.25H4.25zM8.5 17h3M10 4.5V3" />
  </Icon>
)

export const TeamIcon = (props: IconProps) => (
  <Icon {...props}>
    <circle cx="7.5" cy="7" r="2.75" />
    <path d="M2.5 15.75c.5-2.8 2.5-4.25 5-4.25s4.5 1.45 5 4.25M12.5 4.6a2.75 2.75 0 0 1 0 4.8M14.25 11.9c1.7.5 2.9 1.8 3.25 3.85" />
  </Icon>
)

export const GearIcon = (props: IconProps) => (
  <Icon {...props}>
    <circle cx="10" cy="10" r="2.5" />
    <path d="M10 2.5v2M10 15.5v2M2.5 10h2M15.5 10h2M4.7 4.7l1.4 1.4M13.9 13.9l1.4 1.4M4.7 15.3l1.4-1.4M13.9 6.1l1.4-1.4" />
  </Icon>
)

export const SearchIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M9 3.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11M13 13l4 4" />
  </Icon>
)

export const PlusIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M10 4v12M4 10h12" />
  </Icon>
)

export const ImportIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M10 3v9M6.5 8.5 10 12l3.5-3.5M3.5 13v2.5A1.5 1.5 0 0 0 5 17h10a1.5 1.5 0 0 0 1.5-1.5V13" />
  </Icon>
)

export const PinIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M7.5 3h5l-.7 5 2.7 2.5H5.5L8.2 8zM10 10.5V17" />
  </Icon>
)

export const MoreIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M4.5 10h.01M10 10h.01M15.5 10h.01" strokeWidth="2.2" />
  </Icon>
)

export const TrashIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M3.5 5.5h13M8 5.5V4a1 1 0 0 1 1-1h2a1 1 0 0 1 1 1v1.5M5 5.5l.7 10A1.5 1.5 0 0 0 7.2 17h5.6a1.5 1.5 0 0 0 1.5-1.5l.7-10" />
  </Icon>
)

export const CopyIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M7 7V4.5A1.5 1.5 0 0 1 8.5 3h7A1.5 1.5 0 0 1 17 4.5v7a1.5 1.5 0 0 1-1.5 1.5H13M4.5 7h7A1.5 1.5 0 0 1 13 8.5v7a1.5 1.5 0 0 1-1.5 1.5h-7A1.5 1.5 0 0 1 3 15.5v-7A1.5 1.5 0 0 1 4.5 7" />
  </Icon>
)

export const ChevronIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="m8 5.5 4.5 4.5L8 14.5" />
  </Icon>
)

export const WarningIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M10 3.5 17.5 16h-15zM10 8.5v3.5M10 14.2v.01" />
  </Icon>
)

export const FileIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M5 3h6.5L15.5 7v9a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1M11 3v4.5h4.5" />
  </Icon>
)

export const UndoIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M7 4 3.5 7.5 7 11M4 7.5h8a4.25 4.25 0 0 1 0 8.5H8" />
  </Icon>
)

export const RedoIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="m13 4 3.5 3.5L13 11M16 7.5H8a4.25 4.25 0 0 0 0 8.5h4" />
  </Icon>
)

export const HistoryIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M3.5 5v3.5H7M4 8.2A6.5 6.5 0 1 1 3.6 12M10 6.5V10l2.5 2" />
  </Icon>
)

export const CrossIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="m5.5 5.5 9 9M14.5 5.5l-9 9" />
  </Icon>
)

export const FunnelIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M3.5 4.5h13L12 10.5V16l-4-2v-3.5z" />
  </Icon>
)

export const ColumnsIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M4.5 4h11A1.5 1.5 0 0 1 17 5.5v9a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 3 14.5v-9A1.5 1.5 0 0 1 4.5 4M8 4v12M12.5 4v12" />
  </Icon>
)

export const SortIcon = ({ isDescending, ...props }: IconProps & { isDescending: boolean }) => (
  <Icon {...props}>
    <path d={isDescending ? 'M10 4v12M5.5 11.5 10 16l4.5-4.5' : 'M10 16V4M5.5 8.5 10 4l4.5 4.5'} />
  </Icon>
)
