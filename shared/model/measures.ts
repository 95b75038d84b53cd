/** What a size chart may be read by. Units are in the names. Apart from the schemas, so that a page can read them without zod. */
export const MEASURES = ['heightCm', 'weightKg', 'chestCm', 'waistCm', 'hipCm', 'footCm'] as const
export type Measure = (typeof MEASURES)[number]
export const MEASURE_NAMES: Record<Measure, string> = {
  heightCm: '身高',
  weightKg: '体重',
  chestCm: '胸围',
  waistCm: '腰围',
  hipCm: '臀围',
  footCm: '脚长',
}
