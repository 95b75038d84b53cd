import { Button, type ButtonProps } from 'antd'

type BusyButtonProps = Omit<ButtonProps, 'loading'> & { isBusy: boolean }

/** An answer that comes sooner needs no spinner: one that flashes up makes the button jump. */
const UNNOTICED_MS = 300

/**
 * A button whose action may take a while: it does nothing more until that has ended, submitting included, and says so
 * when it lasts. antd's bare `loading` shows its spinner at once; taken away within its first frames, the spinner stays,
 * unseen, in the button's accessible name.
 */
export function BusyButton({ isBusy, onClick, ...props }: BusyButtonProps) {
  return (
    <Button
      {...props}
      aria-busy={isBusy || undefined}
      loading={isBusy && { delay: UNNOTICED_MS }}
      onClick={isBusy ? (event) => event.preventDefault() : onClick}
    />
  )
}
