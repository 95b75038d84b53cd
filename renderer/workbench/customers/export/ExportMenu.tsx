import { Button, Dropdown } from 'antd'
import { chinaDay } from '../../../../shared/model/china-time.ts'
import type { CustomerRecord } from '../../../../shared/model/customer.ts'
import { rpc } from '../../../client/index.ts'
import { copyText } from '../../data/copy-text.ts'
import { saveAsFile } from '../../data/save-as-file.ts'
import { useNotice } from '../../data/use-notice.tsx'
import { customerStrings as words } from '../../strings/customers.ts'
import { strings } from '../../strings.ts'
import { exportJson, exportText } from './export-text.ts'

/** Hands out everything that is kept of one buyer, as the law gives every buyer a right to. */
export function ExportMenu({ customerId }: { customerId: string }) {
  const notice = useNotice()

  /** The name of the file says nothing of whom it is about: it may lie in a folder for a while. */
  const save = (content: string, extension: 'json' | 'txt') => {
    const name = words.fileName(chinaDay(Date.now()), extension)
    saveAsFile(name, content, extension === 'json' ? 'application/json' : 'text/plain')
    notice.warned(words.exported(name))
  }
  const ways: Readonly<Record<string, (record: CustomerRecord) => void | Promise<void>>> = {
    json: (record) => save(exportJson(record), 'json'),
    text: (record) => save(exportText(record, Date.now()), 'txt'),
    async copy(record) {
      if (await copyText(exportText(record, Date.now()))) notice.warned(words.copiedText)
      else notice.warned(strings.copyFailed)
    },
  }
  const run = async (way: string) => {
    try {
      await ways[way]?.(await rpc.customers.export.query(customerId))
    } catch (error) {
      notice.failed(error)
    }
  }

  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'json', label: words.exportJson },
          { key: 'text', label: words.exportText },
          { key: 'copy', label: words.copyText },
        ],
        onClick: ({ key }) => void run(key),
      }}
    >
      <Button aria-label={words.exportOf}>{words.export}</Button>
    </Dropdown>
  )
}
