import { useMutation } from '@tanstack/react-query'
import { Checkbox, Form, Input, Modal, TreeSelect } from 'antd'
import type { TeamLibrary } from '../../../shared/model/team.ts'
import { messageOf, rpc } from '../../client/index.ts'
import { useGroups } from '../data/queries.ts'
import { buildGroupTree, type GroupNode } from '../phrases/group-tree.ts'
import { teamStrings as words } from '../strings/team.ts'
import { strings } from '../strings.ts'

interface LibraryDialogProps {
  /** Null for a new one. */
  library: TeamLibrary | null
  onClose: () => void
}

interface LibraryForm {
  name: string
  publisher: string
  rootGroups: string[]
  allowsEdits: boolean
}

interface Branch {
  value: string
  title: string
  children: Branch[]
}

/** What a publisher says of a library: its name, its own, and which groups belong to it. */
export function LibraryDialog({ library, onClose }: LibraryDialogProps) {
  const [form] = Form.useForm<LibraryForm>()
  const tree = buildGroupTree(useGroups().data ?? [])
  const save = useMutation({
    mutationFn: (said: LibraryForm) =>
      library ? rpc.team.change.mutate({ id: library.id, library: said }) : rpc.team.begin.mutate(said),
    onSuccess: onClose,
  })
  return (
    <Modal
      open
      width={520}
      title={library ? words.editTitle : words.create}
      okText={strings.save}
      confirmLoading={save.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          ...{ name: library?.name ?? '', publisher: library?.publisher ?? '' },
          ...{ rootGroups: library?.rootGroups ?? [], allowsEdits: library?.allowsEdits ?? false },
        }}
        onFinish={save.mutate}
      >
        <Form.Item name="name" label={words.name} rules={[{ required: true, whitespace: true, max: 60 }]}>
          <Input autoFocus maxLength={60} />
        </Form.Item>
        <Form.Item
          name="publisher"
          label={words.publisher}
          extra={words.publisherHint}
          rules={[{ required: true, whitespace: true, max: 60 }]}
        >
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item
          name="rootGroups"
          label={words.groups}
          extra={words.groupsHint}
          rules={[{ required: true, type: 'array', min: 1 }]}
        >
          <TreeSelect
            treeCheckable
            showCheckedStrategy={TreeSelect.SHOW_PARENT}
            treeDefaultExpandAll
            allowClear
            treeData={branches(tree)}
          />
        </Form.Item>
        <Form.Item name="allowsEdits" valuePropName="checked">
          <Checkbox>{words.allowsEdits}</Checkbox>
        </Form.Item>
        <p role="alert">{save.error ? messageOf(save.error) : ''}</p>
      </Form>
    </Modal>
  )
}

const branches = (nodes: readonly GroupNode[]): Branch[] =>
  nodes.map(({ group, children }) => ({ value: group.id, title: group.name, children: branches(children) }))
