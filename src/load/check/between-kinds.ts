import type { Act, Regulation } from '../../core/index.js'
import { type Finding, sortFindings } from '../format/finding.js'
import { makeFinding } from '../format/finding-text.js'
import { fieldsOfAct } from '../grammar/fields-used.js'
import type { LoadedRegulation } from '../grammar/load-regulation.js'
import type { Remark } from './rule-check.js'

/**
 * What a regulation says of matters of other kinds, held against the regulations for such matters that there are: under which of them
 * the kind runs is a government's, so a name must be known to one of them.
 */
export function checkBetweenKinds({ regulation, documents }: LoadedRegulation, all: readonly Regulation[]): readonly Finding[] {
  if (regulation === null || documents === null) return []
  const remarks = [...beginningsOf(regulation, all), ...hearingsOf(regulation, all), ...endless(regulation, all)]
  return sortFindings(
    remarks.map(({ code, path, args = {} }) =>
      makeFinding({ file: documents.rules.file, ...documents.rules.place(path, 'key') }, code, args),
    ),
  )
}

const actsIn = ({ acts }: Regulation): readonly Act[] => Object.values(acts)
const ofKind = (all: readonly Regulation[], kind: string): readonly Regulation[] => all.filter((each) => each.kind === kind)

const unknownKind = (path: Remark['path'], kind: string): Remark => ({ code: 'kind-of-none', path, args: { kind } })
const unknownWord = (path: Remark['path'], kind: string, word: string): Remark => ({
  code: 'not-known-there',
  path,
  args: { kind, word },
})

/** What is carried must be something that the act starting such a matter states. */
const beginningsOf = (regulation: Regulation, all: readonly Regulation[]): readonly Remark[] =>
  actsIn(regulation).flatMap(({ id, begins }) =>
    begins.flatMap(({ kind, carries }): readonly Remark[] => {
      const path = ['acts', id, 'begins']
      const there = ofKind(all, kind)
      if (there.length === 0) return [unknownKind(path, kind)]
      const stated = new Set(
        there.flatMap((each) =>
          actsIn(each)
            .filter(({ starts }) => starts)
            .flatMap(fieldsOfAct),
        ),
      )
      return Object.keys(carries).flatMap((word) => (stated.has(word) ? [] : [unknownWord(path, kind, word)]))
    }),
  )

/** What is heard of must be an act there; what is learned a field there that is no identity. */
const hearingsOf = (regulation: Regulation, all: readonly Regulation[]): readonly Remark[] =>
  actsIn(regulation).flatMap(({ id, hears }): readonly Remark[] => {
    if (hears === null) return []
    const path = ['acts', id, 'hears']
    const { kind, of, learns, namedBy } = hears
    const there = ofKind(all, kind)
    // That the kind is known to none is said where it is begun, if it is.
    if (there.length === 0) return namedBy === null ? [] : [unknownKind(path, kind)]
    const acts = new Set(there.flatMap((each) => Object.keys(each.acts)))
    const fields = new Set(
      there.flatMap((each) => Object.values(each.fields).flatMap((field) => (field.isIdentity ? [] : [field.id]))),
    )
    return [
      ...('acts' in of ? of.acts.filter((word) => !acts.has(word)) : []).map((word) => unknownWord(path, kind, word)),
      ...[...Object.values(learns), ...(namedBy === null ? [] : [namedBy])].flatMap((word) =>
        fields.has(word) ? [] : [unknownWord(path, kind, word)],
      ),
    ]
  })

/** What is heard makes another hear, which makes the first hear again. */
function endless(regulation: Regulation, all: readonly Regulation[]): readonly Remark[] {
  const hearing = all.flatMap((each) =>
    actsIn(each).flatMap((act) => (act.hears === null ? [] : [{ kind: each.kind, act, hears: act.hears }])),
  )
  const causes = (kind: string, act: string) =>
    hearing.filter(({ hears }) => hears.kind === kind && 'acts' in hears.of && hears.of.acts.includes(act))
  return actsIn(regulation).flatMap((act): readonly Remark[] => {
    if (act.hears === null) return []
    const seen = new Set<string>()
    const open = [{ kind: regulation.kind, act }]
    for (let next = open.shift(); next !== undefined; next = open.shift()) {
      for (const caused of causes(next.kind, next.act.id)) {
        const key = `${caused.kind} ${caused.act.id}`
        if (!seen.has(key)) open.push(caused)
        seen.add(key)
      }
    }
    const isEndless = seen.has(`${regulation.kind} ${act.id}`)
    return isEndless ? [{ code: 'hears-for-ever', path: ['acts', act.id, 'hears'], args: { acts: [...seen].join(', ') } }] : []
  })
}
