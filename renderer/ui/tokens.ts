/**
 * The design's values: ink on paper, one gold. `tokens.css` gives the same to the style sheets (a test compares the two);
 * the workbench hands these to its component library.
 */
export interface Themed {
  light: string
  dark: string
}

export const COLOURS = {
  /** The window itself. */
  paper: { light: '#fdfbf6', dark: '#191714' },
  /** What lies beside or on the paper: the preview, a picker, a table's head. */
  leaf: { light: '#f7f3ea', dark: '#201d19' },
  /** A row under the pointer. */
  hover: { light: '#f5f0e5', dark: '#25211c' },
  /** The row in hand. */
  chosen: { light: '#f0e9da', dark: '#2e2922' },
  /** Lines between things; never the only sign of anything. */
  hairline: { light: '#e8e1d2', dark: '#332e27' },
  /** The edge of what can be typed into or pressed: 3:1 against the paper. */
  edge: { light: '#94897a', dark: '#7d7467' },
  ink: { light: '#211c16', dark: '#f1eae0' },
  /** Second voice: groups, reasons, labels. */
  inkSoft: { light: '#5c5347', dark: '#bdb3a5' },
  /** Third voice: codes, hints, what may not be used now. Still AA on every ground above. */
  inkFaint: { light: '#6d6355', dark: '#a2988a' },
  /** The one accent, for shapes: ring, marker, focus. 3:1 on the paper. */
  gold: { light: '#b7811c', dark: '#e0b057' },
  /** The accent as text. */
  goldInk: { light: '#80570a', dark: '#e8bf70' },
  /** Behind what was filled in. */
  goldWash: { light: '#f6e8c6', dark: '#3d311b' },
  /** Text on a surface of gold. */
  onGold: { light: '#ffffff', dark: '#211a0d' },
  danger: { light: '#a2341f', dark: '#f19a85' },
  dangerWash: { light: '#fae9e3', dark: '#3a221c' },
} as const satisfies Record<string, Themed>

export type ColourName = keyof typeof COLOURS

/** Lengths in rem, so that everything grows with the reader's text size. */
export const LENGTHS = {
  textSmall: '0.75rem',
  textLabel: '0.8125rem',
  text: '0.875rem',
  textScript: '0.9375rem',
  textInput: '1.125rem',
  row: '2.4375rem',
  radiusSmall: '0.3125rem',
  radius: '0.5rem',
  radiusWindow: '0.8125rem',
} as const

export const FONTS = {
  text: "'PingFang SC', 'Microsoft YaHei UI', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', system-ui, sans-serif",
  code: "ui-monospace, 'SF Mono', 'Cascadia Mono', Consolas, 'Noto Sans Mono', monospace",
} as const
