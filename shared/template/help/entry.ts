/** One filter or tag, as the workbench explains and completes it. `example` is a script, `prints` what it gives. */
export interface HelpEntry {
  name: string
  description: string
  example: string
  prints: string
}
