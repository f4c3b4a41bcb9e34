import type { ReceiptView, StripDayView } from '../../contract/index.js'

/** One letter a day: `s` start, `c` counted, `w` weekend, `h` holiday, `l` local day off, `m` make-up workday counted, `p` paused, `v` moved on. */
export type StripSketch = {
  readonly from: string
  readonly days: string
  readonly today?: string
  /** After how many counted days each grant ends: `[5, 10]` is five days and an extension of five. */
  readonly grants?: readonly number[]
  readonly unit?: string
  readonly holiday?: string
  readonly isProvisional?: boolean
}

const letters: Readonly<Record<string, Pick<StripDayView, 'role' | 'ground'>>> = {
  s: { role: 'start', ground: 'workday' },
  c: { role: 'counted', ground: 'workday' },
  w: { role: 'off', ground: 'weekend' },
  h: { role: 'off', ground: 'holiday' },
  l: { role: 'off', ground: 'holiday' },
  m: { role: 'counted', ground: 'make-up' },
  p: { role: 'paused', ground: 'workday' },
  v: { role: 'moved', ground: 'weekend' },
}

/** Draws a receipt from a sketch: what a day is stands in the sketch, nothing is worked out. */
export function sketchReceipt(sketch: StripSketch): ReceiptView {
  const { days, grants = [days.replace(/[^cm]/g, '').length], unit = 'workdays', isProvisional = false } = sketch
  const strip = sketchDays(sketch, grants)
  const [first, last] = [strip[0]?.on ?? '', strip[strip.length - 1]?.on ?? '']
  return {
    startedAt: { iso: `${first}T10:30:00+08:00`, shown: `${first} 10:30` },
    dueAt: { iso: `${last}T24:00:00+08:00`, shown: `${last} 24:00` },
    limit: `${grants[0] ?? 0}个工作日`,
    grants: grants.map((end, at) => ({ amount: end - (grants[at - 1] ?? 0), unit, shown: '五个工作日', event: at + 2 })),
    pauses: [],
    days: strip,
    isProvisional,
    knownFrom: '2017-01-01',
    knownThrough: '2025-12-31',
    sentences: [`${first}转办，当日不计，从次日起算。`, '周六、周日和放假的日子不计入。', `到期时间是${last} 24:00。`],
    clauses: [
      {
        id: '13.2',
        shown: { zh: '第十三条（二）', en: 'Article 13(2)' },
        zh: '投诉件五个工作日内办结。',
        en: 'Complaints are concluded within five workdays.',
      },
    ],
  }
}

function sketchDays({ from, days, today, holiday = '国庆节', isProvisional = false }: StripSketch, grants: readonly number[]) {
  const start = Date.parse(`${from}T00:00:00Z`)
  let number = 0
  return [...days].map((letter, at): StripDayView => {
    const date = new Date(start + at * 86_400_000)
    const { role, ground } = letters[letter] ?? { role: 'counted' as const, ground: 'workday' as const }
    if (role === 'counted') number += 1
    const on = date.toISOString().slice(0, 10)
    const isNamed = ground === 'holiday' || ground === 'make-up'
    return {
      on,
      weekday: date.getUTCDay(),
      role,
      ground,
      number: role === 'counted' ? number : null,
      groundName: letter === 'l' ? '三月三' : isNamed ? holiday : null,
      isLocal: letter === 'l',
      grant: Math.max(
        0,
        grants.findIndex((end) => number <= end),
      ),
      isToday: on === today,
      isDue: at === days.length - 1,
      isProvisional: isProvisional && at === days.length - 1,
    }
  })
}
