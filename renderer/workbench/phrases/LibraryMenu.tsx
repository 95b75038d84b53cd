import { Button, Dropdown } from 'antd'
import { MoreIcon } from '../components/icons.tsx'
import { strings } from '../strings.ts'

/** Something one does with the whole library now and then. */
export interface LibraryJob {
  key: string
  label: string
  onStart: () => void
}

/** 更多: what is done with the library less often than writing and importing. */
export function LibraryMenu({ jobs }: { jobs: readonly LibraryJob[] }) {
  if (jobs.length === 0) return null
  return (
    <Dropdown
      trigger={['click']}
      placement="bottomRight"
      menu={{
        items: jobs.map(({ key, label }) => ({ key, label })),
        onClick: ({ key }) => jobs.find((job) => job.key === key)?.onStart(),
      }}
    >
      <Button icon={<MoreIcon />}>{strings.phrases.more}</Button>
    </Dropdown>
  )
}
