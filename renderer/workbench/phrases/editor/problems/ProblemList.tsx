import { Button } from 'antd'
import type { Ref } from 'react'
import { strings } from '../../../strings.ts'
import styles from './Problems.module.css'
import type { Problem } from './problem.ts'

interface ProblemListProps {
  ref: Ref<HTMLUListElement>
  /** The text that was checked. */
  text: string
  problems: readonly Problem[]
  onGoTo: (problem: Problem) => void
  onReplace: (problem: Problem, text: string) => void
  onWaive: (problem: Problem) => void
}

const words = strings.editor.problems

/** What is wrong in a script, each with where, why, and what can be done by one key or click. */
export function ProblemList({ ref, text, problems, ...on }: ProblemListProps) {
  if (problems.length === 0) return null
  return (
    <ul ref={ref} className={styles.problems} aria-label={words.list}>
      {problems.map((problem) => (
        <ProblemItem key={keyOf(problem)} problem={problem} text={text} {...on} />
      ))}
    </ul>
  )
}

type ProblemItemProps = Omit<ProblemListProps, 'ref' | 'problems'> & { problem: Problem }

function ProblemItem({ problem, text, onGoTo, onReplace, onWaive }: ProblemItemProps) {
  const { from, to, level, title, reason, advice, replacement, waivable } = problem
  return (
    <li className={styles.problem} data-level={level}>
      <span className={styles.level}>{words.levels[level]}</span>
      <button type="button" className={styles.place} onClick={() => onGoTo(problem)}>
        {level === 'mistake' ? title : words.goTo(title, excerpt(text.slice(from, to)))}
      </button>
      <span className={styles.remedies}>
        {replacement !== null && (
          <Button size="small" onClick={() => onReplace(problem, replacement)}>
            {replacement === '' ? words.leaveOut : words.replaceBy(replacement)}
          </Button>
        )}
        {waivable !== null && (
          <Button size="small" type="text" onClick={() => onWaive(problem)}>
            {words.keep}
          </Button>
        )}
      </span>
      <p className={styles.reason}>
        {reason}
        {advice !== null && <span>{words.advice(advice)}</span>}
      </p>
    </li>
  )
}

function excerpt(text: string): string {
  const line = text.replaceAll('\n', ' ')
  return line.length > 16 ? `${line.slice(0, 15)}…` : line
}

function keyOf({ from, level, title }: Problem): string {
  return `${level} ${title} ${from}`
}
