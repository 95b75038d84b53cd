import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ImageGlance } from '../../../shared/model/image.ts'
import { glancesOf } from '../../client/images.ts'

const KEY = 'images'
const NONE: readonly string[] = []

/** What there is to show of images, by hash; empty until it is there. */
export function useGlances(hashes: readonly string[] = NONE): ReadonlyMap<string, ImageGlance> {
  const { data = [] } = useQuery({
    queryKey: [KEY, ...hashes],
    queryFn: () => glancesOf(hashes),
    enabled: hashes.length > 0,
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  })
  return new Map(data.map((glance) => [glance.hash, glance]))
}
