import type { FigureView, StatisticsView } from '../../../contract/index.js'
import { withAsOf } from '../as-of/moment.js'
import { Link } from '../link.js'
import { useWords } from '../words/language.js'
import { countedAddress } from './asked-query.js'
import { Wide } from './wide.js'

type Props = { readonly view: StatisticsView; readonly figures: readonly FigureView[]; readonly caption: string }

/** Figures, one a row: this time span, the one before, a year ago, and what exactly is counted. */
export function FigureTable({ view, figures, caption }: Props) {
  const words = useWords().statistics
  const span = ({ from, to }: StatisticsView['span']) => words.fromTo(from, to)
  return (
    <Wide name={caption}>
      <table className="figures">
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {words.figure}
            </th>
            <th scope="colgroup" colSpan={3}>
              {words.now}
              <small>{span(view.span)}</small>
            </th>
            <th scope="colgroup" colSpan={3}>
              {words.before}
              <small>{span(view.before)}</small>
            </th>
            <th scope="colgroup" colSpan={3}>
              {words.lastYear}
              <small>{span(view.lastYear)}</small>
            </th>
            <th scope="col" rowSpan={2} className="figure-counts">
              {words.counts}
            </th>
          </tr>
          <tr>
            <th scope="col">{words.amount}</th>
            <th scope="col">{words.of}</th>
            <th scope="col">{words.share}</th>
            <th scope="col">{words.amount}</th>
            <th scope="col">{words.share}</th>
            <th scope="col">{words.since}</th>
            <th scope="col">{words.amount}</th>
            <th scope="col">{words.share}</th>
            <th scope="col">{words.since}</th>
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => (
            <FigureLine key={figure.id} view={view} figure={figure} />
          ))}
        </tbody>
      </table>
    </Wide>
  )
}

function FigureLine({ view, figure }: { readonly view: StatisticsView; readonly figure: FigureView }) {
  const words = useWords().statistics
  const { id, name, now, before, lastYear, counts, of, day } = figure
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="figure-now">
        <Count id={id} name={name} span={view.span} count={now.numerator} />
        <Times value={now} />
        <Later id={id} name={name} span={view.span} count={figure.later?.numerator ?? null} />
      </td>
      <td>{now.denominator ?? words.noShare}</td>
      <td>{now.share ?? words.noShare}</td>
      <td>
        <Count id={id} name={name} span={view.before} count={before.numerator} />
        <Times value={before} />
      </td>
      <Share value={before} />
      <td>{figure.sinceBefore}</td>
      <td>
        <Count id={id} name={name} span={view.lastYear} count={lastYear.numerator} />
        <Times value={lastYear} />
      </td>
      <Share value={lastYear} />
      <td>{figure.sinceLastYear}</td>
      <td className="figure-counts">
        {counts}
        {of !== null && (
          <span className="soft">
            {' '}
            {words.of}: {of}
          </span>
        )}{' '}
        <span className="soft">{day}</span>
      </td>
    </tr>
  )
}

/** A share with what it is a share of. */
function Share({ value: { share, denominator } }: { readonly value: FigureView['now'] }) {
  const words = useWords().statistics
  if (share === null) return <td>{words.noShare}</td>
  return (
    <td>
      {share}
      <small>
        {words.of} {denominator}
      </small>
    </td>
  )
}

/** How often it happened in those matters, where that is counted and not once in each. */
export function Times({ value: { times, numerator } }: { readonly value: FigureView['now'] }) {
  const words = useWords().statistics
  return times === null || times === numerator ? null : <small>{words.times(times)}</small>
}

type CountProps = {
  readonly id: string
  readonly name: string
  readonly span: StatisticsView['span']
  readonly count: number
  readonly narrow?: Readonly<Record<string, string>>
  /** Of figures of a moment: their list is of it, too. */
  readonly asOf?: string | null
}

/** What a closed figure would be now, where that is another; opens what made it so. */
export function Later({ id, name, span, count, narrow = {} }: Omit<CountProps, 'count'> & { readonly count: number | null }) {
  const words = useWords().statistics
  if (count === null) return null
  return (
    <small className="later">
      <Link to={countedAddress(id, span, narrow)} aria-label={words.openLater(name, count)}>
        {words.later(count)}
      </Link>
    </small>
  )
}

/** A count that opens its matters; none open nothing. */
export function Count({ id, name, span, count, narrow = {}, asOf = null }: CountProps) {
  const words = useWords().statistics
  if (count === 0) return <span className="zero">0</span>
  return (
    <Link to={withAsOf(countedAddress(id, span, narrow), asOf)} aria-label={words.open(name, count)}>
      {count}
    </Link>
  )
}
