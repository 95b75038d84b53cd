import { Checkbox, Form, Input, Select } from 'antd'
import { ChannelAddress, isReadOnly } from '../../../../shared/model/channel.ts'
import { channelStrings } from '../../strings/channels.ts'
import type { AddressField, AddressForm } from './address-form.ts'
import styles from './Channel.module.css'

const { address: words, kinds } = channelStrings

interface AddressFieldsProps {
  /** A publisher needs a place to write to. */
  isForPublishing: boolean
  /** The kind of address that a secret is stored for: an empty field keeps it. Null for none. */
  kept: AddressForm['kind'] | null
}

const KINDS: readonly ChannelAddress['kind'][] = ChannelAddress.options.map(({ shape }) => shape.kind.value)

/** Where a channel is: its kind, and the fields of that kind with examples of what people have. */
export function AddressFields({ isForPublishing, kept }: AddressFieldsProps) {
  const kind = Form.useWatch<AddressForm['kind']>('kind') ?? 'folder'
  const keepsSecret = kept === kind
  const options = KINDS.filter((one) => !(isForPublishing && isReadOnly({ kind: one }))).map((value) => ({
    value,
    label: kinds[value],
  }))
  return (
    <>
      <Form.Item name="kind" label={words.kind}>
        <Select options={options} />
      </Form.Item>
      {kind === 'folder' && <Line name="path" label={words.path} hint={words.pathHint} />}
      {kind === 'webdav' && (
        <>
          <Line name="url" label={words.webdavUrl} hint={words.webdavHint} />
          <Line name="user" label={words.user} hint={words.userHint} />
          <Secret label={words.webdavSecret} hint={words.webdavSecretHint} isKept={keepsSecret} />
        </>
      )}
      {kind === 's3' && (
        <>
          <Line name="endpoint" label={words.endpoint} hint={words.endpointHint} />
          <div className={styles.pair}>
            <Line name="bucket" label={words.bucket} hint={words.bucketHint} />
            <Line name="region" label={words.region} hint={words.regionHint} />
          </div>
          <div className={styles.pair}>
            <Line name="accessKeyId" label={words.accessKeyId} hint={words.accessKeyHint} />
            <Line name="prefix" label={words.prefix} hint={words.prefixHint} />
          </div>
          <Secret label={words.s3Secret} hint={words.secretHint} isKept={keepsSecret} />
          <Form.Item name="isPathStyle" valuePropName="checked">
            <Checkbox>{words.isPathStyle}</Checkbox>
          </Form.Item>
        </>
      )}
      {kind === 'https' && (
        <>
          <Line name="url" label={words.httpsUrl} hint={words.httpsHint} />
          <Line name="user" label={words.user} hint={words.httpsUserHint} />
          <Secret label={words.httpsSecret} hint={words.secretHint} isKept={keepsSecret} />
        </>
      )}
    </>
  )
}

function Line({ name, label, hint }: { name: AddressField; label: string; hint: string }) {
  return (
    <Form.Item name={name} label={label} extra={hint}>
      <Input autoComplete="off" spellCheck={false} maxLength={1_000} />
    </Form.Item>
  )
}

function Secret({ label, hint, isKept }: { label: string; hint: string; isKept: boolean }) {
  return (
    <Form.Item name="secret" label={label} extra={isKept ? `${words.secretStored}。${hint}` : hint}>
      <Input.Password autoComplete="new-password" maxLength={500} />
    </Form.Item>
  )
}
