import styles from './Tour.module.css'

interface AttemptProps {
  isDone: boolean
  done: string
  waiting: string
}

/** Whether the person has done what the step asks for; nobody is held up who has not. */
export function Attempt({ isDone, done, waiting }: AttemptProps) {
  return (
    <p className={styles.attempt} data-done={isDone} role="status">
      <span aria-hidden="true">{isDone ? '✓' : '○'}</span> {isDone ? done : waiting}
    </p>
  )
}
