import type { RateView, StatisticsView } from '../../../contract/index.js'
import { Link } from '../link.js'
import { ClauseChips } from '../shown/clause-chips.js'
import { useScreenWords } from '../words/language.js'
import { countedAddress } from './asked-query.js'
import { Count } from './figure-table.js'
import { ratesWords } from './rates-words.js'

type Words = (typeof ratesWords)['zh']
type Span = StatisticsView['span']

/** How a list behind a rate is asked for: what it counts, of what, and what was left out. */
const behind = (id: string) => ({ counts: `rate:${id}`, of: `rate:${id}:of`, out: `rate:${id}:out` })

/** What the lists behind a rate are called, and what they hold. */
export function sidesOf({ id, name, counts, of, excluding }: RateView, words: Words) {
  const names = behind(id)
  return [
    { id: names.counts, name, counts },
    { id: names.of, name: words.ofName(name), counts: of },
    { id: names.out, name: words.outName(name), counts: excluding ?? '' },
  ]
}

/** 指标. Each share with what it is a share of, beside the spans before, with and without what was left out, its words and its clauses. */
export function RateCards({ view }: { readonly view: Pick<StatisticsView, 'rates' | 'span'> }) {
  const words = useScreenWords(ratesWords)
  if (view.rates.length === 0) return null
  return (
    <div className="panel rates">
      <h2>{words.title}</h2>
      <p className="soft">{words.lead}</p>
      <ul className="rate-cards">
        {view.rates.map((rate) => (
          <li key={rate.id} className="rate-card">
            <RateCard rate={rate} span={view.span} words={words} />
          </li>
        ))}
      </ul>
    </div>
  )
}

type CardProps = { readonly rate: RateView; readonly span: Span; readonly words: Words }

function RateCard({ rate, span, words }: CardProps) {
  const { id, name, now } = rate
  const names = behind(id)
  const noted = (text: string) => <small>{text}</small>
  return (
    <>
      <h3>{name}</h3>
      <p className="rate-share">{now.share ?? noted(words.nothing)}</p>
      <p>
        <Count id={names.counts} name={name} span={span} count={now.numerator} />
        {' / '}
        <Count id={names.of} name={words.ofName(name)} span={span} count={now.denominator ?? 0} />
      </p>
      <Without rate={rate} span={span} words={words} />
      <dl className="rate-since">
        <Since name={words.before} value={rate.before} points={rate.sinceBefore} words={words} />
        <Since name={words.lastYear} value={rate.lastYear} points={rate.sinceLastYear} words={words} />
      </dl>
      <Definition rate={rate} words={words} />
    </>
  )
}

/** The same without what was left out with a reason; its matters are a link away. */
function Without({ rate: { id, name, now }, span, words }: CardProps) {
  const { without } = now
  if (without === null || without.excluded === 0) return null
  return (
    <p className="rate-without">
      <Link to={countedAddress(behind(id).out, span, {})} aria-label={words.openExcluded(name, without.excluded)}>
        {words.without(without.excluded, without.share ?? '—', without.numerator, without.denominator ?? 0)}
      </Link>
    </p>
  )
}

type SinceProps = {
  readonly name: string
  readonly value: RateView['before']
  readonly points: string | null
  readonly words: Words
}

function Since({ name, value, points, words }: SinceProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {value.share ?? '—'} <small>{points === null ? words.tooFew : words.points(points)}</small>
      </dd>
    </div>
  )
}

function Definition({ rate: { counts, of, excluding, clauses }, words }: { readonly rate: RateView; readonly words: Words }) {
  return (
    <details className="rate-definition">
      <summary>{words.definition}</summary>
      <dl>
        <dt>{words.numerator}</dt>
        <dd>{counts}</dd>
        <dt>{words.denominator}</dt>
        <dd>{of}</dd>
      </dl>
      {excluding !== null && <p>{excluding}</p>}
      <ClauseChips clauses={clauses} />
    </details>
  )
}
