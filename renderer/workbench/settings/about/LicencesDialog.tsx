import { useQuery } from '@tanstack/react-query'
import { Alert, Collapse, Input, Modal } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import { messageOf } from '../../../client/index.ts'
import { machineStrings } from '../../strings/machine.ts'
import styles from '../Settings.module.css'

const words = machineStrings.about

/** As build/licences writes it beside the pages. */
const Licences = z.array(
  z.object({ name: z.string(), version: z.string(), licence: z.string(), text: z.string() }),
)

/** From the page's own address, which differs between the hosts, to the folder above it. */
const ADDRESS = new URL('/licences.json', window.location.href).href

async function readLicences(): Promise<z.infer<typeof Licences> | null> {
  const answer = await fetch(ADDRESS)
  const isList = answer.ok && answer.headers.get('content-type')?.startsWith('application/json')
  return isList ? Licences.parse(await answer.json()) : null
}

/** Every package that is shipped, with the licence in its author's own words. */
export default function LicencesDialog({ onClose }: { onClose: () => void }) {
  const [sought, setSought] = useState('')
  const { data, isPending, error } = useQuery({ queryKey: ['licences'], queryFn: readLicences })
  const shown = (data ?? []).filter(({ name }) => name.toLowerCase().includes(sought.trim().toLowerCase()))
  return (
    <Modal open width={720} title={words.licences} footer={null} onCancel={onClose} loading={isPending}>
      {data === null && <p>{words.noLicences}</p>}
      {error && <Alert type="error" showIcon title={messageOf(error)} />}
      {data && (
        <>
          <p className={styles.explanation}>{words.licencesOf(data.length)}</p>
          <Input
            className={styles.licenceSearch}
            allowClear
            aria-label={words.searchLicences}
            placeholder={words.searchLicences}
            value={sought}
            onChange={(event) => setSought(event.target.value)}
          />
          <Collapse
            className={styles.licences}
            size="small"
            items={shown.map(({ name, version, licence, text }) => ({
              key: `${name} ${version}`,
              label: `${name} ${version}`,
              extra: licence,
              children: (
                // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
                <section className={styles.licenceText} tabIndex={0} aria-label={words.licenceTerms(name)}>
                  {text}
                </section>
              ),
            }))}
          />
        </>
      )}
    </Modal>
  )
}
