import type { Detector } from '../rules.ts'
import type { CondensedText } from '../text/condense.ts'
import type { Stretch } from '../text/stretch.ts'
import { findAddresses } from './addresses.ts'
import { findIdentityCards } from './identity-cards.ts'
import { findMobileNumbers } from './mobile-numbers.ts'
import { findOutsideLinks } from './outside-links.ts'

type Find = (condensed: CondensedText, original: string, detector: Detector) => Stretch[]

const FINDERS: Readonly<Record<Detector['name'], Find>> = {
  'mobile-number': findMobileNumbers,
  'identity-card': findIdentityCards,
  address: findAddresses,
  'outside-link': (condensed, original, { allowedHosts = [] }) =>
    findOutsideLinks(condensed, original, allowedHosts),
}

/**
 * Where a detector finds what it is for.
 *
 * @param original the text as given, before it was condensed
 */
export function detect(detector: Detector, condensed: CondensedText, original: string): Stretch[] {
  return FINDERS[detector.name](condensed, original, detector)
}
