import { Form, Radio } from 'antd'
import type { ShopProfile } from '../../../../shared/model/shop.ts'
import { FLAG_MEANINGS, FLAGS, type Flag } from '../../../../shared/techniques/orders/order-flag.ts'
import { strings } from '../../strings.ts'
import styles from '../Settings.module.css'
import type { ShopForm } from './shop-form.ts'

const words = strings.settings.flagMaps
const MAPS = ['by-change', 'by-content'] as const satisfies readonly ShopProfile['flags'][]
const COLOURS = Object.keys(FLAGS) as Flag[]

/** Which of the two ways of flagging the shop uses, each with what its colours mean. */
export function FlagFields() {
  return (
    <Form.Item<ShopForm> name="flags" noStyle>
      <Radio.Group className={styles.flagMaps}>
        {MAPS.map((map) => (
          <Radio key={map} value={map} className={styles.flagMap}>
            <strong>{words[map]}</strong>
            <span className={styles.flags}>
              {COLOURS.filter((flag) => FLAG_MEANINGS[map][flag]).map((flag) => (
                <span key={flag} className={styles.flag}>
                  <span className={styles.pennant} data-flag={flag} aria-hidden="true" />
                  {FLAGS[flag].name}　{FLAG_MEANINGS[map][flag]}
                </span>
              ))}
            </span>
          </Radio>
        ))}
      </Radio.Group>
    </Form.Item>
  )
}
