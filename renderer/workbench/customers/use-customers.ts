import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type Customer, CustomerDraft } from '../../../shared/model/customer.ts'
import { rpc } from '../../client/index.ts'
import { KEYS } from '../data/queries.ts'
import { useNotice } from '../data/use-notice.tsx'

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

export type ChangeCustomer = (change: Partial<CustomerDraft>) => void

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
  return (change) => {
    const customer = client.getQueryData<Customer>(keyOf(id))
    if (!customer) return
    const changed = { ...customer, ...change }
    // An answer on its way is of before.
    void client.cancelQueries({ queryKey: keyOf(id) })
    client.setQueryData(keyOf(id), changed)
    save.mutate(changed)
  }
}
