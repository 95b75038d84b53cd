import type { Product } from '../../../shared/model/product.ts'
import { DOUBT_NAMES, DOUBTS } from '../../../shared/model/steps.ts'
import { Copyable } from '../components/Copyable.tsx'
import { strings } from '../strings.ts'
import styles from './ProductBriefing.module.css'
import { Section } from './Section.tsx'

/** What buyers ask of the product, by the four families of doubt; a click copies the answer. */
export function QuestionsByDoubt({ questions }: { questions: Product['questions'] }) {
  if (questions.length === 0) return null
  const families = DOUBTS.map((doubt) => ({ doubt, asked: questions.filter((one) => one.doubt === doubt) }))
  return (
    <Section title={strings.products.questions}>
      {families
        .filter(({ asked }) => asked.length > 0)
        .map(({ doubt, asked }) => (
          <div key={doubt} className={styles.family}>
            <h3>{DOUBT_NAMES[doubt]}</h3>
            <dl>
              {asked.map(({ question, answer }) => (
                <div key={question} className={styles.pair}>
                  <dt>{question}</dt>
                  <dd>
                    <Copyable text={answer} block />
                  </dd>
                </div>
              ))}
            </dl>
          </div>
        ))}
    </Section>
  )
}
