import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type Customer, CustomerDraft } from '../../../shared/model/customer.ts'
import { rpc } from '../../client/index.ts'
import { KEYS } from '../data/queries.ts'
import { useNotice } from '../data/use-notice.tsx'
import { type Note, withNote } from './detail/notes.ts'

const keyOf = (id: string) => [KEYS.customers, 'one', id]

/** Whether buyers' data can be read on this machine, and how it is protected. */
export const useProtection = () =>
  useQuery({
    queryKey: [KEYS.customers, 'protection'],
    queryFn: () => rpc.customers.protection.query(),
  })

// What was opened is forgotten with the page that showed it, as far as the page can see to that.
const FORGOTTEN_WITH_PAGE = { gcTime: 0 } as const

export const useCustomer = (id: string) =>
  useQuery({ queryKey: keyOf(id), queryFn: () => rpc.customers.get.query(id), ...FORGOTTEN_WITH_PAGE })

/** What was delivered to a buyer, newest first. */
export const usePastes = (id: string) =>
  useQuery({
    queryKey: [KEYS.customers, 'pastes', id],
    queryFn: () => rpc.customers.pastes.query(id),
    ...FORGOTTEN_WITH_PAGE,
  })

/** Resolves to whether the change was kept. */
export type ChangeCustomer = (change: Partial<CustomerDraft>) => Promise<boolean>

/**
 * Saves a change at once. The page shows it before the desk has answered, so that the next change is one of the whole;
 * what the desk refuses is taken back and said.
 */
export function useChangeCustomer(id: string): ChangeCustomer {
  const client = useQueryClient()
  const notice = useNotice()
  const save = useMutation({
    mutationFn: (customer: Customer) =>
      rpc.customers.update.mutate({ id, draft: CustomerDraft.parse(customer) }),
    onError(error) {
      notice.failed(error)
      void client.invalidateQueries({ queryKey: keyOf(id) })
    },
  })
  return async (change) => {
    const customer = client.getQueryData<Customer>(keyOf(id))
    if (!customer) return false
    const changed = { ...customer, ...change }
    // An answer on its way is of before.
    void client.cancelQueries({ queryKey: keyOf(id) })
    client.setQueryData(keyOf(id), changed)
    return save.mutateAsync(changed).then(
      () => true,
      () => false,
    )
  }
}

/** Brings a note back, whoever is open by now and whatever was noted since. */
export function useRestoreNote(id: string): (note: Note) => void {
  const client = useQueryClient()
  const notice = useNotice()
  const restore = useMutation({
    async mutationFn(note: Note) {
      const customer = await rpc.customers.get.query(id)
      const draft = CustomerDraft.parse({ ...customer, notes: withNote(customer.notes, note) })
      await rpc.customers.update.mutate({ id, draft })
    },
    onError: notice.failed,
    onSettled: () => client.invalidateQueries({ queryKey: keyOf(id) }),
  })
  return restore.mutate
}
