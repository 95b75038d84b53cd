import { useMutation } from '@tanstack/react-query'
import { Form, Input } from 'antd'
import { useState } from 'react'
import { ShopProfile } from '../../../../shared/model/shop.ts'
import type { ShopSummary } from '../../../../shared/model/shop-summary.ts'
import { messageOf, rpc } from '../../../client/index.ts'
import { BusyButton } from '../../components/BusyButton.tsx'
import { useNotice } from '../../data/use-notice.tsx'
import { shopsStrings as words } from '../../strings/shops.ts'
import { strings } from '../../strings.ts'
import { SettingsSection } from '../SettingsSection.tsx'
import styles from './Shops.module.css'

/** 客服: what the agent is called in each shop. */
export function AgentSection({ shops }: { shops: readonly ShopSummary[] }) {
  return (
    <SettingsSection id="agent" title={words.agent} explanation={words.agentExplanation}>
      <div className={styles.aliases}>
        {shops.map((shop) => (
          <Alias key={`${shop.id} ${shop.agentAlias}`} shop={shop} />
        ))}
      </div>
    </SettingsSection>
  )
}

function Alias({ shop: { id, name, agentAlias } }: { shop: ShopSummary }) {
  const [next, setNext] = useState(agentAlias)
  const [refusal, setRefusal] = useState<string | null>(null)
  const notice = useNotice()
  const save = useMutation({
    mutationFn: (alias: string) => rpc.shops.setAlias.mutate({ id, agentAlias: alias }),
    onSuccess: ({ profile }) => notice.done(words.aliasSaved(profile.agentAlias)),
    onError: (error) => setRefusal(messageOf(error)),
  })
  const isChanged = next !== agentAlias
  const take = () => {
    if (!isChanged) return
    const read = ShopProfile.shape.agentAlias.safeParse(next)
    if (read.success) save.mutate(read.data)
    else setRefusal(read.error.issues[0]?.message ?? null)
  }
  return (
    <Form.Item
      className={styles.alias}
      layout="vertical"
      label={words.alias(name)}
      htmlFor={`alias-${id}`}
      validateStatus={refusal ? 'error' : ''}
      help={refusal ?? undefined}
    >
      <div className={styles.aliasLine}>
        <Input
          id={`alias-${id}`}
          maxLength={30}
          value={next}
          onChange={(event) => {
            setNext(event.target.value)
            setRefusal(null)
          }}
          onPressEnter={(event) => !event.nativeEvent.isComposing && take()}
        />
        {isChanged && (
          <BusyButton type="primary" isBusy={save.isPending} onClick={take}>
            {strings.save}
          </BusyButton>
        )}
      </div>
    </Form.Item>
  )
}
