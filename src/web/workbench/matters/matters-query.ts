import type { Lang, MatterChoices } from '../../../contract/index.js'

type Filter = Readonly<Record<Lang, string>> & { readonly by: 'several' | 'one' | 'day' }

/** What the list can be narrowed by, by its name in the address, in this order; of several values of one kind any will do. */
const filters = {
  stage: { by: 'several', zh: '环节', en: 'Stage' },
  category: { by: 'several', zh: '类别', en: 'Category' },
  channel: { by: 'several', zh: '渠道', en: 'Channel' },
  unit: { by: 'several', zh: '承办单位', en: 'Unit' },
  regulation: { by: 'several', zh: '办法', en: 'Regulation' },
  alert: { by: 'several', zh: '预警', en: 'Alert' },
  from: { by: 'day', zh: '收到时间，从', en: 'Received from' },
  to: { by: 'day', zh: '收到时间，到', en: 'Received to' },
  due: { by: 'day', zh: '到期不晚于', en: 'Due by' },
  rounds: { by: 'one', zh: '机构义务', en: 'Duties of the office' },
} as const satisfies Readonly<Record<string, Filter>>
export type Narrowing = keyof typeof filters
export const narrowing = Object.keys(filters) as readonly Narrowing[]

export const howChosen = (name: Narrowing): Filter['by'] => filters[name].by

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

export type Offered = readonly { readonly id: string; readonly name: string }[]

/** What can be chosen of a kind; null for days, which are typed. */
export const offeredOf = (choices: MatterChoices | null, name: Narrowing): Offered | null =>
  howChosen(name) === 'day' ? null : (choices?.[name] ?? [])

/** The values that the address names for one kind. */
export const chosenIn = (value: string): readonly string[] => value.split(',').filter((each) => each !== '')

/** One value more, or one less. In the order in which they are offered, so that the same choice is always the same address. */
export function turned(value: string, id: string, offered: Offered): string {
  const before = chosenIn(value)
  const after = before.includes(id) ? before.filter((each) => each !== id) : [...before, id]
  const known = offered.map((each) => each.id).filter((each) => after.includes(each))
  return [...known, ...after.filter((each) => !known.includes(each))].join(',')
}
