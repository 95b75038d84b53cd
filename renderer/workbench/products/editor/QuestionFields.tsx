import { Button, Form, Input } from 'antd'
import { DOUBT_NAMES, DOUBTS, type Doubt } from '../../../../shared/model/steps.ts'
import { PlusIcon, TrashIcon } from '../../components/icons.tsx'
import { strings } from '../../strings.ts'
import styles from './ProductEditor.module.css'
import type { ProductForm } from './product-form.ts'

const { Item, List } = Form<ProductForm>
const words = strings.products.editor

/** What buyers ask and how to answer it, by the four families of doubt. */
export function QuestionFields() {
  return DOUBTS.map((doubt) => <Family key={doubt} doubt={doubt} />)
}

function Family({ doubt }: { doubt: Doubt }) {
  const form = Form.useFormInstance<ProductForm>()
  return (
    <div className={styles.family}>
      <h3>{DOUBT_NAMES[doubt]}</h3>
      <div>
        <List name={['questions', doubt]}>
          {(rows, { add, remove }) => (
            <>
              {rows.map(({ key, name }) => (
                <div key={key} className={styles.question}>
                  <Item name={[name, 'question']} label={words.question}>
                    <Input maxLength={300} />
                  </Item>
                  <Item name={[name, 'answer']} label={words.answer}>
                    <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
                  </Item>
                  <Button
                    type="text"
                    icon={<TrashIcon />}
                    aria-label={words.removeQuestion(
                      form.getFieldValue('questions')[doubt][name]?.question ?? '',
                    )}
                    onClick={() => remove(name)}
                  />
                </div>
              ))}
              <Button size="small" icon={<PlusIcon />} onClick={() => add({ question: '', answer: '' })}>
                {words.addQuestion(DOUBT_NAMES[doubt])}
              </Button>
            </>
          )}
        </List>
      </div>
    </div>
  )
}
