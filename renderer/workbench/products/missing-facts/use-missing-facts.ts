import { useQuery } from '@tanstack/react-query'
import { rpc } from '../../../client/index.ts'
import { KEYS } from '../../data/queries.ts'

/** What scripts ask for and nobody has given; worked out anew whenever the library changes. */
export const useMissingFacts = () =>
  useQuery({ queryKey: [KEYS.products, 'missing-facts'], queryFn: () => rpc.products.missingFacts.query() })
