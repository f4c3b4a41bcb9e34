import type { Lang, QueueChoices } from '../../../contract/index.js'

type Filter = Readonly<Record<Lang, string>> & { readonly by: 'choice' | 'day' }

/** What the list can be narrowed by, one value of each kind, by its name in the address; in this order. */
const filters = {
  stage: { by: 'choice', zh: '阶段', en: 'Stage' },
  category: { by: 'choice', zh: '类别', en: 'Category' },
  channel: { by: 'choice', zh: '渠道', en: 'Channel' },
  unit: { by: 'choice', zh: '承办单位', en: 'Unit' },
  regulation: { by: 'choice', zh: '办法', en: 'Regulation' },
  alert: { by: 'choice', zh: '预警', en: 'Alert' },
  from: { by: 'day', zh: '收到时间，从', en: 'Received from' },
  to: { by: 'day', zh: '收到时间，到', en: 'Received to' },
  due: { by: 'day', zh: '到期不晚于', en: 'Due by' },
  rounds: { by: 'choice', zh: '机构义务', en: 'Duties of the office' },
} as const satisfies Readonly<Record<string, Filter>>
export type Narrowing = keyof typeof filters
export const narrowing = Object.keys(filters) as readonly Narrowing[]

export const filterName = (name: Narrowing, language: Lang): string => filters[name][language]

const kept = ['q', ...narrowing, 'sort'] as const

/** The part of the address that a list, or a saved view, is made from: in one order, nothing empty. */
export function listQuery(query: URLSearchParams): string {
  const parts = kept.flatMap((name): [string, string][] => {
    const value = query.get(name)
    return value ? [[name, value]] : []
  })
  return new URLSearchParams(parts).toString()
}

export const narrowedBy = (query: URLSearchParams): readonly Narrowing[] => narrowing.filter((name) => query.get(name))

type Offered = readonly { readonly id: string; readonly name: string }[]

/** What can be chosen of a kind; null for days, which are typed. */
export const offeredOf = (choices: QueueChoices | null, name: Narrowing): Offered | null =>
  filters[name].by === 'day' ? null : (choices?.[name] ?? [])
