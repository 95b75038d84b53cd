/**
 * What the clock-bound techniques say, printed as JSON: run in a process of its own for each time zone, since a zone is
 * read once, when a process starts.
 */
import { chinaMoment } from '../../../shared/model/china-time.ts'
import { dayKind } from '../../../shared/techniques/delivery/calendar.ts'
import { dispatchToday, nextDispatch } from '../../../shared/techniques/delivery/cut-off.ts'
import { deliveryEstimate } from '../../../shared/techniques/delivery/delivery-estimate.ts'
import { inChina, shop } from './sample-shop.ts'

const MOMENTS = [
  '2026-11-23 15:35',
  '2026-11-24 00:00',
  '2026-11-24 23:59:59',
  '2026-12-31 16:00',
  '2026-09-30 16:01',
  '2026-10-10 09:00',
  '2026-02-16 10:00',
  '2026-02-28 15:59',
  '2027-02-05 09:00',
  '2027-04-05 09:00',
].map(inChina)

const report = {
  offsetMinutes: new Date(MOMENTS[0] ?? 0).getTimezoneOffset(),
  said: MOMENTS.map((now) => [
    chinaMoment(now),
    dayKind(chinaMoment(now).day),
    dispatchToday(shop, now),
    nextDispatch(shop, now),
    deliveryEstimate(shop, '上海', now),
  ]),
}
process.stdout.write(JSON.stringify(report))
