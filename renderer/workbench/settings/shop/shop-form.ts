import { type Discount, ShopProfile, type Tier } from '../../../../shared/model/shop.ts'
import { yuanToFen } from '../../../../shared/techniques/prices/money.ts'
import { type FieldProblem, problemsOf } from '../../components/zod-words.ts'
import { calendarProblems, daysOf, type SpellForm, spellsOf } from './calendar-form.ts'

interface DatedForm {
  /** `YYYY-MM-DD`, empty when open. */
  validFrom: string
  validUntil: string
}

export type TierForm = DatedForm & { reachYuan: number | null; offYuan: number | null; every: boolean }
export type DiscountForm = DatedForm & { reachYuan: number | null; percent: number | null }

/** The shop profile as its form holds it: money in yuan, open ends as empty texts. */
export type ShopForm = Omit<
  ShopProfile,
  | 'tiers'
  | 'discounts'
  | 'freeShippingFen'
  | 'discountLimitFen'
  | 'dispatchPlace'
  | 'leadName'
  | 'serviceHours'
  | 'closedDays'
  | 'openDays'
> & {
  dispatchPlace: string
  leadName: string
  serviceHours: string
  freeShippingYuan: number | null
  discountLimitYuan: number | null
  tiers: TierForm[]
  discounts: DiscountForm[]
  /** The shop's own calendar, in stretches of days. */
  closures: SpellForm[]
  openings: SpellForm[]
}

const yuanOf = (fen: number) => fen / 100
const fenOf = (yuan: number | null) => (yuan === null ? null : yuanToFen(yuan))

export function shopFormOf(profile: ShopProfile): ShopForm {
  const { freeShippingFen, discountLimitFen, tiers, discounts, closedDays, openDays, ...same } = profile
  return {
    ...same,
    dispatchPlace: profile.dispatchPlace ?? '',
    leadName: profile.leadName ?? '',
    serviceHours: profile.serviceHours ?? '',
    freeShippingYuan: freeShippingFen === null ? null : yuanOf(freeShippingFen),
    discountLimitYuan: yuanOf(discountLimitFen),
    tiers: tiers.map(tierFormOf),
    discounts: discounts.map(discountFormOf),
    closures: spellsOf(closedDays),
    openings: spellsOf(openDays.map((day) => ({ day, reason: '' }))),
  }
}

function tierFormOf({ reachFen, offFen, every, validFrom, validUntil }: Tier): TierForm {
  return {
    reachYuan: yuanOf(reachFen),
    offYuan: yuanOf(offFen),
    every,
    validFrom: validFrom ?? '',
    validUntil: validUntil ?? '',
  }
}

function discountFormOf({ reachFen, percent, validFrom, validUntil }: Discount): DiscountForm {
  return { reachYuan: yuanOf(reachFen), percent, validFrom: validFrom ?? '', validUntil: validUntil ?? '' }
}

export const NEW_TIER: TierForm = {
  reachYuan: null,
  offYuan: null,
  every: false,
  validFrom: '',
  validUntil: '',
}
export const NEW_DISCOUNT: DiscountForm = { reachYuan: null, percent: null, validFrom: '', validUntil: '' }

export type ShopFormReading = { ok: true; profile: ShopProfile } | { ok: false; problems: FieldProblem[] }

/** The profile that the form stands for, or what to say at which of the form's fields. */
export function readShopForm(form: ShopForm): ShopFormReading {
  const { freeShippingYuan, discountLimitYuan, tiers, discounts, closures, openings, ...same } = form
  const parsed = ShopProfile.safeParse({
    ...same,
    dispatchPlace: form.dispatchPlace.trim() || null,
    leadName: form.leadName.trim() || null,
    serviceHours: form.serviceHours.trim() || null,
    freeShippingFen: fenOf(freeShippingYuan),
    discountLimitFen: fenOf(discountLimitYuan),
    tiers: tiers.map(({ reachYuan, offYuan, ...rest }) => ({
      ...rest,
      ...datesOf(rest),
      reachFen: fenOf(reachYuan),
      offFen: fenOf(offYuan),
    })),
    discounts: discounts.map(({ reachYuan, ...rest }) => ({
      ...rest,
      ...datesOf(rest),
      reachFen: fenOf(reachYuan),
    })),
    closedDays: daysOf(closures),
    openDays: daysOf(openings).map(({ day }) => day),
  })
  const problems = [
    ...reversedDates('tiers', tiers),
    ...reversedDates('discounts', discounts),
    ...calendarProblems(closures, openings),
  ]
  if (!parsed.success) problems.unshift(...problemsOf(parsed.error).flatMap(atFormField))
  if (!parsed.success || problems.length > 0) return { ok: false, problems }
  return { ok: true, profile: parsed.data }
}

const datesOf = ({ validFrom, validUntil }: DatedForm) => ({
  validFrom: validFrom || null,
  validUntil: validUntil || null,
})

function reversedDates(list: 'tiers' | 'discounts', rows: readonly DatedForm[]): FieldProblem[] {
  return rows.flatMap(({ validFrom, validUntil }, index) =>
    validFrom && validUntil && validFrom > validUntil
      ? [{ path: [list, index, 'validUntil'], message: '结束日期早于开始日期' }]
      : [],
  )
}

/** The model counts in fen where the form asks for yuan; of days the form has said what is wrong already. */
function atFormField({ path, message }: FieldProblem): FieldProblem[] {
  if (path[0] === 'closedDays' || path[0] === 'openDays') return []
  return [{ path: path.map((key) => (typeof key === 'string' ? key.replace(/Fen$/, 'Yuan') : key)), message }]
}
