import type { GlanceView } from '../../../contract/index.js'
import { useScreenWords, useWords } from '../words/language.js'
import { Count, Later } from './figure-table.js'
import { changesOf, type GlanceNumber, isRange, type LateUnit, lateUnits, numbersOf } from './glance.js'
import { glanceWords } from './glance-words.js'

type Props = { readonly view: GlanceView }

/** Three numbers, each with what exactly it counts and its change. */
export function Numbers({ view }: Props) {
  const words = useScreenWords(glanceWords)
  return (
    <section aria-label={words.numbers}>
      <ul className="glance-numbers">
        {numbersOf(view).map((number) => (
          <li key={number.list} className="glance-number">
            <NumberCard number={number} view={view} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function NumberCard({ number, view: { span, shareFrom } }: Props & { readonly number: GlanceNumber }) {
  const words = useScreenWords(glanceWords)
  const { list, name, isShare, now, before, counts, of } = number
  const count = <Count id={list} name={name} span={span} count={now.numerator} />
  return (
    <>
      <h2>{name}</h2>
      {isRange(number, shareFrom) ? (
        <p>
          <b className="glance-told">
            {count} / {now.denominator}
          </b>{' '}
          <span>{words.range(now.share ?? '')}</span>
        </p>
      ) : isShare ? (
        <p>
          <b className="glance-told">{now.share ?? <small>{words.nothing}</small>}</b>{' '}
          <span>
            {count} / {now.denominator ?? 0}
          </span>
        </p>
      ) : (
        <p>
          <b className="glance-told">{count}</b> {now.share !== null && <span>{`/ ${now.denominator} · ${now.share}`}</span>}
        </p>
      )}
      <Later id={list} name={name} span={span} count={number.later?.numerator ?? null} />
      <p className="glance-since">
        {words.before(
          isShare ? words.shareOf(before.share ?? '—', before.numerator, before.denominator ?? 0) : String(before.numerator),
        )}{' '}
        <Since since={number.since} />
      </p>
      <p className="soft">{counts}</p>
      {of !== null && <p className="soft">{words.of(of)}</p>}
    </>
  )
}

function Since({ since }: Pick<GlanceNumber, 'since'>) {
  const words = useScreenWords(glanceWords)
  if (since === null) return null
  if ('matters' in since) return <b>{words.difference(since.matters)}</b>
  return since.points === null ? <span>{words.tooFew}</span> : <b>{words.points(since.points)}</b>
}

/** Units with most that is late; of few matters nobody is ranked. */
export function LateUnits({ view }: Props) {
  const words = useScreenWords(glanceWords)
  const { listComma } = useWords()
  const found = lateUnits(view)
  if (found === null) return null
  const { most, few } = found
  return (
    <section className="panel" aria-labelledby="glance-units">
      <h2 id="glance-units">{words.units}</h2>
      {most.length + few.length === 0 && <p className="soft">{words.unitsNone}</p>}
      {most.length > 0 && (
        <table className="figures">
          <caption className="unseen">{words.units}</caption>
          <Heads names={[words.unit, words.lateCount, words.due, words.share]} />
          <tbody>
            {most.map((unit) => (
              <tr key={unit.id}>
                <th scope="row">{unit.name}</th>
                <td>
                  <LateCount unit={unit} view={view} />
                </td>
                <td>{unit.late.denominator}</td>
                <td>{unit.late.share}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {few.length > 0 && (
        <p className="soft">
          {words.few(view.shareFrom)}
          {few.slice(0, mostFew).map((unit, at) => (
            <span key={unit.id}>
              {at > 0 && listComma}
              {unit.name} <LateCount unit={unit} view={view} />
            </span>
          ))}
          {few.length > mostFew && words.more(few.length)}
        </p>
      )}
    </section>
  )
}

const mostFew = 8

function LateCount({ unit: { id, name, late }, view }: Props & { readonly unit: LateUnit }) {
  const words = useScreenWords(glanceWords)
  const asked = { id: 'lateOpen', name: `${name} ${words.lateCount}`, span: view.span, narrow: { unit: id } }
  return (
    <>
      <Count {...asked} count={late.numerator} />
      <Later {...asked} count={late.later} />
    </>
  )
}

/** What is other this week than in the one before, up to the same day. */
export function ChangedFigures({ now, before }: GlanceView['week']) {
  const words = useScreenWords(glanceWords)
  const { statistics } = useWords()
  const spanOf = ({ from, to }: GlanceView['span']): string => statistics.fromTo(from, to)
  const changes = changesOf(now, before)
  return (
    <section className="panel" aria-labelledby="glance-week">
      <h2 id="glance-week">{words.week}</h2>
      <p className="soft">{words.weekSpans(spanOf(now.span), spanOf(before.span))}</p>
      {changes.length === 0 ? (
        <p className="soft">{words.weekNone}</p>
      ) : (
        <table className="figures">
          <caption className="unseen">{words.week}</caption>
          <Heads names={[words.figure, words.thisWeek, words.weekBefore, words.since]} />
          <tbody>
            {changes.map(({ id, name, since, ...counts }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td>
                  <Count id={id} name={name} span={now.span} count={counts.now} />
                </td>
                <td>
                  <Count id={id} name={name} span={before.span} count={counts.before} />
                </td>
                <td>{since}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function Heads({ names }: { readonly names: readonly string[] }) {
  return (
    <thead>
      <tr>
        {names.map((name) => (
          <th key={name} scope="col">
            {name}
          </th>
        ))}
      </tr>
    </thead>
  )
}
