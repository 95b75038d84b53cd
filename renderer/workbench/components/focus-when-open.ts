/**
 * For a dialog's `afterOpenChange`: puts the focus on what the dialog begins with. Whoever has gone to a field while it
 * was still opening is left there.
 */
export function focusWhenOpen(focus: () => void): (isOpen: boolean) => void {
  return (isOpen) => {
    if (isOpen && !(document.activeElement instanceof HTMLInputElement)) focus()
  }
}
