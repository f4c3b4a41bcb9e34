import type { PublicMatter } from '../../contract/index.js'
import type { Make } from './make.js'

type Field = Pick<PublicMatter['fields'][number], 'id' | 'name' | 'of'>

/** What was asked and what was answered, as the public reads it: of this are made both the page and its preview. */
export function publicArticle<N, F extends Field>(
  h: Make<N>,
  fields: readonly F[],
  shownOf: (field: F) => readonly (N | string)[],
): N {
  const part = (className: string, shown: readonly F[]): readonly N[] => {
    if (shown.length === 0) return []
    const pairs = shown.flatMap((field) => [h('dt', null, field.name), h('dd', null, ...shownOf(field))])
    return [h('div', { className }, h('dl', { className: 'stated' }, ...pairs))]
  }
  const asked = fields.filter(({ of }) => of === 'letter')
  const others = fields.filter(({ of }) => of !== 'letter')
  return h('div', null, ...part('asked', asked), ...part('answer', others))
}
