import { Keys } from '../../ui/Keys.tsx'
import { CLOSE_HELP, HELP } from '../help-lines.ts'
import { STRINGS } from '../strings.ts'
import styles from './help.module.css'
import { usePanel } from './panel-context.tsx'

/** Every key, over the panel until it is dismissed. */
export default function Help() {
  const { toggleHelp } = usePanel()
  return (
    <div className={styles.help} role="dialog" aria-modal="true" aria-label={STRINGS.help}>
      {HELP.map(({ title, lines }) => (
        <section key={title}>
          <h2>{title}</h2>
          <dl>
            {lines.map(({ keys, does }) => (
              <div key={does}>
                <dt>
                  <Keys keys={keys} />
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      {/* biome-ignore lint/a11y/noAutofocus: a dialog takes the focus, and gives it back */}
      <button type="button" autoFocus className={styles.close} onClick={toggleHelp}>
        {CLOSE_HELP}
      </button>
    </div>
  )
}
