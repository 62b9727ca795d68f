import type { KpiFigures } from '../../domain/lodging/kpi.ts'
import type { Language } from '../../domain/platform/errors.ts'

type Column = {
  readonly ja: string
  readonly en: string
  readonly of: (figures: KpiFigures) => number | null
}

/** The figures as a spreadsheet has them, with the units in their names. Shares stay shares: 0.75 is 75 %. */
const COLUMNS: readonly Column[] = [
  { ja: '販売可能室数（室泊）', en: 'Rooms on offer (room-nights)', of: (one) => one.offered },
  { ja: '販売室数（室泊）', en: 'Rooms sold (room-nights)', of: (one) => one.sold },
  { ja: '稼働率', en: 'Occupancy', of: (one) => one.occupancy },
  { ja: '宿泊売上（pt）', en: 'Room revenue (pt)', of: (one) => one.revenue },
  { ja: '平均客室単価 ADR（pt）', en: 'ADR (pt)', of: (one) => one.adr },
  { ja: '販売可能1室あたり売上 RevPAR（pt）', en: 'RevPAR (pt)', of: (one) => one.revPar },
  { ja: '到着（室）', en: 'Arrivals (rooms)', of: (one) => one.arrivals },
  { ja: 'リードタイム中央値（日）', en: 'Median lead time (days)', of: (one) => one.leadDays },
  { ja: 'リピート（室）', en: 'Returning (rooms)', of: (one) => one.returning },
  { ja: 'リピート率', en: 'Returning share', of: (one) => one.returningShare },
  { ja: '不泊（室）', en: 'No-shows (rooms)', of: (one) => one.noShows },
  { ja: '取消（室）', en: 'Cancelled (rooms)', of: (one) => one.cancelled },
  { ja: '判断した申請（件）', en: 'Requests decided', of: (one) => one.decisions },
  {
    ja: '承認までの時間の中央値（分）',
    en: 'Median time to decision (minutes)',
    of: (one) => one.decisionMinutes,
  },
]

export const kpiHeadings = (language: Language) => COLUMNS.map((column) => column[language])
export const kpiCells = (figures: KpiFigures) => COLUMNS.map((column) => column.of(figures))
