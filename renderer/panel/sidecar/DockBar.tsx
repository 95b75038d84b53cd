import { CloseIcon } from '../../ui/icons.tsx'
import { keepFocus } from '../components/keep-focus.ts'
import styles from './dock-bar.module.css'
import { DetachIcon, DockIcon, FoldIcon } from './icons.tsx'
import { useSidecar, useSidecarView } from './sidecar-context.tsx'
import { SIDECAR_STRINGS } from './strings.ts'

/** Which chat a click goes to, and where the sidecar stands. Detached, it is what the sidecar is dragged by. */
export function DockBar() {
  const sidecar = useSidecar()
  const target = useSidecarView(({ dock }) => dock.target)
  const form = useSidecarView(({ dock }) => dock.form)
  const side = useSidecarView(({ dock }) => dock.side)
  const isDetached = form === 'detached'
  const title = target ? SIDECAR_STRINGS.beside(target.title, target.program) : SIDECAR_STRINGS.nobody
  return (
    <div className={styles.bar} data-detached={isDetached}>
      <p className={styles.target} data-live={target !== null} title={title}>
        {target?.title || target?.program || SIDECAR_STRINGS.nobody}
      </p>
      {form === 'over' && (
        <Button label={SIDECAR_STRINGS.fold} onPress={() => sidecar.drawOut(false)}>
          <FoldIcon side={side} />
        </Button>
      )}
      {isDetached ? (
        <Button label={SIDECAR_STRINGS.dock} onPress={sidecar.dock}>
          <DockIcon />
        </Button>
      ) : (
        <Button label={SIDECAR_STRINGS.detach} onPress={sidecar.detach}>
          <DetachIcon />
        </Button>
      )}
      <Button label={SIDECAR_STRINGS.turnOff} onPress={sidecar.turnOff}>
        <CloseIcon />
      </Button>
    </div>
  )
}

interface ButtonProps {
  label: string
  onPress: () => void
  children: React.ReactNode
}

function Button({ label, onPress, children }: ButtonProps) {
  return (
    <button
      type="button"
      className={styles.button}
      aria-label={label}
      title={label}
      onMouseDown={keepFocus}
      onClick={onPress}
    >
      {children}
    </button>
  )
}
