import { createHash } from 'node:crypto'
import type { RateValue, RateView } from '../../contract/index.js'
import { type CountedOf, type Rate, type Regulation, ratePrefix } from '../../core/index.js'
import { type FigureCount, type Term, type TermAsked, type TermHow, type TermOf, termKey } from '../../store/index.js'
import { clauseViews } from '../matter/view-parts.js'
import type { Office } from '../office.js'
import type { Showing } from '../showing.js'
import { nameIn } from '../words/index.js'
import { rateWords } from '../words/rates.js'
import { shareFromIn, shareText } from './shares.js'

/** A numerator or a denominator: a term in one of its ways. */
type Counting = Omit<TermAsked, 'out'>

/** 指标, as the kinds of matter that are handled here declare it: what two of them call the same is one, of both. */
export type OfficeRate = {
  readonly id: string
  readonly declared: readonly { readonly regulation: Regulation; readonly rate: Rate }[]
  readonly counts: Counting
  readonly of: Counting
  readonly excluding: boolean
  readonly isPublic: boolean
}

type Programs = Pick<Office, 'programs'>

export function ratesIn({ programs }: Programs): readonly OfficeRate[] {
  const all = programs.flatMap(({ regulation }) => regulation.meaning.rates.map((rate) => ({ regulation, rate })))
  return [...new Set(all.map(({ rate }) => rate.id))].map((id) => {
    const declared = all.filter(({ rate }) => rate.id === id)
    return {
      ...{ id, declared },
      counts: countingOf(declared, (rate) => rate.counts),
      of: countingOf(declared, (rate) => rate.of),
      excluding: declared.some(({ rate }) => rate.excluding),
      isPublic: declared.every(({ rate }) => rate.isPublic),
    }
  })
}

/** What all of them count, each once. */
export function termsIn(office: Programs): readonly Term[] {
  const terms = ratesIn(office).flatMap(({ counts, of }) => [counts.term, of.term])
  return [...new Map(terms.map((term) => [term.name, term])).values()].sort((one, other) => (one.name < other.name ? -1 : 1))
}

/** Those that count the same are the same, in whatever order it was written. */
function countingOf(declared: OfficeRate['declared'], side: (rate: Rate) => CountedOf): Counting {
  const of = declared.flatMap(({ regulation, rate }) => termsOf(regulation.id, side(rate)))
  const rows = [...new Map(of.map((each) => [JSON.stringify(each), each]))].sort(([one], [other]) => (one < other ? -1 : 1))
  const named = createHash('sha256')
    .update(JSON.stringify(rows.map(([text]) => text)))
    .digest('hex')
  const sides = declared.map(({ rate }) => side(rate))
  const ratings = [...new Set(sides.flatMap((each) => (each.of === 'rating' ? each.options : [])))]
  return {
    term: { name: `t:${named.slice(0, 12)}`, of: rows.map(([, each]) => each) },
    how: howOf(sides),
    ratings: ratings.length === 0 ? null : ratings,
  }
}

const howOf = (sides: readonly CountedOf[]): TermHow => {
  const are = sides.flatMap((each) => (each.of === 'duties' ? [each.are] : []))[0] ?? 'due'
  return are === 'due' ? 'any' : are
}

function termsOf(regulation: string, counted: CountedOf): readonly TermOf[] {
  switch (counted.of) {
    case 'marks':
      return counted.marks.map((fact) => ({ regulation, fact, duty: '' }))
    case 'rating':
      return [{ regulation, fact: 'rated', duty: '' }]
    case 'duties':
      return (counted.duties.length === 0 ? [''] : counted.duties).map((duty) => ({ regulation, fact: 'due', duty }))
  }
}

/** So many matters belong to it; `isOut`: of those left out with a reason. */
export function countedIn(count: FigureCount | undefined, { term, how, ratings }: Counting, isOut = false): number {
  const of = (what: Parameters<typeof termKey>[1]): number => count?.declared?.[termKey(term.name, what, isOut)] ?? 0
  if (ratings !== null) return ratings.reduce((sum, rating) => sum + of({ rating }), 0)
  switch (how) {
    case 'any':
      return of('any')
    case 'onTime':
      return of('any') - of('missed')
    case 'missed':
      return of('missed')
    case 'lateClosed':
      return of('missed') - of('lateOpen')
    case 'lateOpen':
      return of('lateOpen')
  }
}

/** The share, and beside it the same without what was left out. */
export function rateOf(count: FigureCount | undefined, rate: OfficeRate, shareFrom: number): RateValue {
  const value = (out: number, ofOut: number) => {
    const [numerator, denominator] = [countedIn(count, rate.counts) - out, countedIn(count, rate.of) - ofOut]
    return { numerator, denominator, share: shareText(numerator, denominator, shareFrom) }
  }
  const [out, ofOut] = [countedIn(count, rate.counts, true), countedIn(count, rate.of, true)]
  return { ...value(0, 0), times: null, without: rate.excluding ? { excluded: ofOut, ...value(out, ofOut) } : null }
}

const sides = { counts: '', of: ':of', out: ':out' } as const

/** As the list behind a number is asked for: what a rate counts, what it is a share of, and what was left out of that. */
export const rateFigure = (id: string, side: keyof typeof sides): string => `${ratePrefix}${id}${sides[side]}`

export function findRate(office: Programs, id: string) {
  const shareFrom = shareFromIn(office)
  for (const rate of ratesIn(office)) {
    const { counts, of, excluding } = rate
    if (id === rateFigure(rate.id, 'counts'))
      return { asked: { ...counts, out: null }, valueIn: (count: FigureCount | undefined) => rateOf(count, rate, shareFrom) }
    if (id === rateFigure(rate.id, 'of')) return behind(of, null)
    if (id === rateFigure(rate.id, 'out') && excluding) return behind(of, true)
  }
  return null
}

const behind = (counting: Counting, out: true | null) => ({
  asked: { ...counting, out },
  valueIn: (count: FigureCount | undefined) => ({
    ...{ numerator: countedIn(count, counting, out === true), denominator: null, share: null, times: null },
  }),
})

type Spans = Readonly<Record<'now' | 'before' | 'lastYear', FigureCount | undefined>>

/** What a rate counts, and of what, in words. */
export function rateSaid(showing: Showing, rate: OfficeRate): { readonly counts: string; readonly of: string } {
  const told = (side: 'counts' | 'of'): string =>
    [...new Set(rate.declared.map((each) => inWords(showing, each.regulation, each.rate[side])))].join(
      rateWords[showing.lang].and,
    )
  return { counts: told('counts'), of: told('of') }
}

/** A rate as a page tells it: in numbers, in words, and by which clause. */
export function rateView(showing: Showing, rate: OfficeRate, counted: Spans): RateView {
  const words = rateWords[showing.lang]
  const shareFrom = shareFromIn(showing.office)
  const [now, before, lastYear] = [counted.now, counted.before, counted.lastYear].map((count) => rateOf(count, rate, shareFrom))
  if (now === undefined || before === undefined || lastYear === undefined) throw new Error('three spans are counted')
  return {
    id: rate.id,
    name: rateName(showing, rate),
    ...rateSaid(showing, rate),
    excluding: rate.excluding ? words.excluding(leavingOut(showing, rate)) : null,
    clauses: rate.declared.flatMap(({ regulation, rate: { clause } }) => clauseViews(regulation, clause)),
    ...{ now, before, lastYear },
    sinceBefore: grown(now, before, shareFrom),
    sinceLastYear: grown(now, lastYear, shareFrom),
  }
}

/** Two shares are compared where both are of enough. */
function grown(now: RateValue, then: RateValue, shareFrom: number): string | null {
  const [of, ofThen] = [now.denominator ?? 0, then.denominator ?? 0]
  if (Math.min(of, ofThen) < Math.max(1, shareFrom)) return null
  const points = ((100 * now.numerator) / of - (100 * then.numerator) / ofThen).toFixed(1)
  return points.startsWith('-') ? `−${points.slice(1)}` : `+${points}`
}

export const rateName = ({ lang }: Pick<Showing, 'lang'>, { id, declared }: OfficeRate): string =>
  declared[0] === undefined ? id : nameIn(lang, declared[0].rate.name)

/** In the regulation's own words: the acts and stages that make a mark. */
export function madeBy({ acts, stages, meaning }: Regulation, mark: keyof Regulation['meaning']['marks']) {
  return meaning.marks[mark].flatMap((rule) => (rule.on === 'act' ? acts[rule.act]?.name : stages[rule.stage]?.name) ?? [])
}

function leavingOut({ lang }: Showing, { declared }: OfficeRate): readonly string[] {
  const names = declared.flatMap(({ regulation }) => madeBy(regulation, 'excluded'))
  return [...new Set(names.map((name) => nameIn(lang, name)))]
}

function inWords({ lang }: Showing, regulation: Regulation, counted: CountedOf): string {
  const words = rateWords[lang]
  switch (counted.of) {
    case 'marks': {
      const names = counted.marks.flatMap((mark) => madeBy(regulation, mark))
      return words.marks([...new Set(names.map((name) => nameIn(lang, name)))])
    }
    case 'rating': {
      const options = regulation.fields[regulation.meaning.rating?.field ?? '']?.options ?? []
      return words.rated(options.filter(({ id }) => counted.options.includes(id)).map(({ name }) => nameIn(lang, name)))
    }
    case 'duties': {
      const names = counted.duties.flatMap((id) => regulation.duties[id]?.name ?? [])
      return words.duties[counted.are](names.map((name) => nameIn(lang, name)))
    }
  }
}
