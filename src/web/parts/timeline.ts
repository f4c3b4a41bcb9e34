import type { Lang, TimelineEntry } from '../../contract/index.js'
import { clauseChips } from './clause-chip.js'
import type { Make } from './make.js'
import { momentText } from './wall-day.js'

/** What was done, newest last: when, by whom, what was stated, by which clause. */
export function timeline<N>(h: Make<N>, entries: readonly TimelineEntry[], lang: Lang): N {
  return h('ol', { className: 'timeline' }, ...entries.map((entry) => timelineItem(h, entry, lang)))
}

export function timelineItem<N>(h: Make<N>, entry: TimelineEntry, lang: Lang): N {
  const { person } = entry.by
  const who = [entry.by.unitName ?? entry.by.roleName, person ?? ''].filter((part) => part !== '').join(' ')
  return h(
    'li',
    { className: `timeline-${entry.kind}` },
    h('time', { dateTime: entry.at.iso }, momentText(entry.at, lang)),
    h(
      'p',
      { className: 'timeline-what' },
      h('b', null, entry.name),
      entry.itemName === null ? null : h('span', null, entry.itemName),
      h('span', null, who),
    ),
    statedList(h, entry.stated),
    clauseChips(h, entry.clauses, lang),
  )
}

/** Names and values, as stated. */
export function statedList<N>(h: Make<N>, stated: readonly { readonly name: string; readonly value: string }[]): N | null {
  if (stated.length === 0) return null
  const pairs = stated.flatMap(({ name, value }) => [h('dt', null, name), h('dd', null, value)])
  return h('dl', { className: 'stated' }, ...pairs)
}
