import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { csvOf } from '../../api/platform/csv.ts'
import type { TestClient } from '../support/client.ts'
import { startHouse, type TestHouse } from '../support/house.ts'
import { expectProblem } from './support/problem.ts'
import { addDays, type Staged, stage } from './support/staged.ts'

let inn: TestHouse
let at: Staged
let manager: TestClient
beforeAll(async () => {
  inn = await startHouse()
  at = await stage(inn)
  manager = await inn.as('manager')
}, 60_000)
afterAll(() => inn.stop())

const query = (from: string, until: string, more = '') =>
  `propertyId=${inn.property}&from=${from}&until=${until}${more}`

test('003-28 the table for spreadsheets says what the figures say: UTF-8 with its mark, CRLF, in the language asked for', async () => {
  const period = query(at.today, addDays(at.today, 2))
  const { periods, total } = await manager.get(`/v1/kpis?${period}`)
  expect(total.sold).toBeGreaterThan(0)
  for (const [language, first, last] of [
    ['ja', '期間の始まり', '合計'],
    ['en', 'Period from', 'Total'],
  ] as const) {
    const answer = await fetch(`${inn.url}/v1/kpis.csv?${period}&language=${language}`, {
      headers: { Cookie: manager.cookie },
    })
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(answer.headers.get('content-disposition')).toContain('attachment; filename="kpi-')
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await answer.arrayBuffer())
    expect(text.startsWith('\uFEFF"')).toBe(true)
    const lines = text.slice(1).split('\r\n')
    expect(lines.pop()).toBe('')
    expect(lines.map((line) => line.split(',')[0])).toEqual([
      `"${first}"`,
      ...periods.map(({ from }: { from: string }) => `"${from}"`),
      `"${last}"`,
    ])
    expect(lines.at(-1)?.split(',').slice(1, 4)).toEqual(
      [total.offered, total.sold, total.occupancy].map(String),
    )
  }
})

test('004-19 a text that a spreadsheet would calculate stays a text', () => {
  const risky = ['=1+1', '+81', '-2', '@SUM(A1)', '\tx', 'a "b", c\r\nd']
  expect(csvOf([[...risky, -5, null]]).toString('utf8')).toBe(
    `\uFEFF"'=1+1","'+81","'-2","'@SUM(A1)","'\tx","a ""b"", c\r\nd",-5,\r\n`,
  )
})

test.each([
  ['backwards', (today: string) => query(today, addDays(today, -1)), 'period_impossible'],
  ['too long', (today: string) => query(today, addDays(today, 400)), 'period_impossible'],
  [
    'too long by month',
    (today: string) => query(today, addDays(today, 1_830), '&grain=month'),
    'period_impossible',
  ],
  ['no date', () => query('2026-02-30', '2026-03-01'), 'validation_failed'],
  ['an unknown grain', (today: string) => query(today, today, '&grain=week'), 'validation_failed'],
  ['an unknown parameter', (today: string) => query(today, today, '&room=1'), 'unknown_parameter'],
] as const)(
  'B-18 003-28 a period that cannot be: %s is refused in two languages',
  async (_what, wish, code) => {
    for (const path of ['/v1/kpis', '/v1/kpis.csv'])
      for (const language of ['ja', 'en'] as const) {
        const headers = { 'Accept-Language': language }
        const answer = await manager.request('GET', `${path}?${wish(at.today)}`, { headers })
        expectProblem(answer, { code, language })
      }
  },
)
