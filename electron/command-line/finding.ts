/** What the doctor says of one thing. */
export interface Finding {
  /** Stable name of the check, for scripts. */
  check:
    | 'runtime'
    | 'data-folder'
    | 'disk-space'
    | 'integrity'
    | 'library'
    | 'search'
    | 'hotkeys'
    | 'desktop'
    | 'clipboard'
    | 'targets'
    | 'elevation'
    | 'sidecar'
  ok: boolean
  detail: string
}
