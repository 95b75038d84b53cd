import { Icon } from '../../ui/icons.tsx'

/** A sheet with an arrow out of it. */
export const DetachIcon = () => (
  <Icon>
    <path d="M9.5 2.8h3.7v3.7M13 3 8.2 7.8M11.5 9.3v3.2a.8.8 0 0 1-.8.8H3.5a.8.8 0 0 1-.8-.8V5.3a.8.8 0 0 1 .8-.8h3.2" />
  </Icon>
)

/** A window with its side taken. */
export const DockIcon = () => (
  <Icon>
    <rect x="2.5" y="3" width="11" height="10" rx="1" />
    <path d="M9.8 3v10" />
  </Icon>
)

/** Back to the edge. */
export const FoldIcon = ({ side }: { side: 'right' | 'left' }) => (
  <Icon>
    <path d={side === 'right' ? 'm5 4.5 3.5 3.5L5 11.5M11.5 3.5v9' : 'M11 4.5 7.5 8l3.5 3.5M4.5 3.5v9'} />
  </Icon>
)

export const UnfoldIcon = ({ isUnfolded }: { isUnfolded: boolean }) => (
  <Icon>
    <path d={isUnfolded ? 'm4.5 6.5 3.5 3.5 3.5-3.5' : 'm6.5 4.5 3.5 3.5-3.5 3.5'} />
  </Icon>
)
