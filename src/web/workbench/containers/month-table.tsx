import type { ContainerList } from '../../../contract/index.js'
import { Link } from '../link.js'
import { languageTag, useLanguage, useScreenWords } from '../words/language.js'
import { containersWords } from './containers-words.js'

type Day = ContainerList['days'][number]
type Props = { readonly list: ContainerList; readonly choose: (month: string) => void }

/** A month from Monday to Sunday, days off marked, with what takes place on each day. */
export function MonthTable({ list, choose }: Props) {
  const words = useScreenWords(containersWords)
  const { language } = useLanguage()
  const { month, days, containers } = list
  const monthNamed = new Intl.DateTimeFormat(languageTag(language), { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    Date.parse(`${month}-01`),
  )
  const weekdays = [1, 2, 3, 4, 5, 6, 0].map((day) =>
    new Intl.DateTimeFormat(languageTag(language), { weekday: 'short', timeZone: 'UTC' }).format(Date.UTC(2023, 0, 1 + day)),
  )
  return (
    <section className="block month" aria-label={words.calendar(monthNamed)}>
      <div className="month-head">
        <button type="button" className="quiet" aria-label={words.before} onClick={() => choose(monthBeside(month, -1))}>
          ‹
        </button>
        <h2 aria-live="polite">{monthNamed}</h2>
        <button type="button" className="quiet" aria-label={words.after} onClick={() => choose(monthBeside(month, 1))}>
          ›
        </button>
      </div>
      <table className="month-table">
        <thead>
          <tr>
            {weekdays.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(days).map((week) => (
            <tr key={week.find((day) => day !== null)?.on}>
              {week.map((day, at) =>
                day === null ? (
                  // biome-ignore lint/suspicious/noArrayIndexKey: an empty place of the week is told by where it is.
                  <td key={`none ${at}`} />
                ) : (
                  <td key={day.on} className={day.isOff ? 'day-off' : undefined} aria-current={day.isToday ? 'date' : undefined}>
                    <span className="month-day">
                      {Number(day.on.slice(8))}
                      {day.isOff && <span className="unseen"> {words.off}</span>}
                    </span>
                    {containers
                      .filter(({ on }) => on === day.on)
                      .map(({ id, title }) => (
                        <Link key={id} to={`containers/${encodeURIComponent(id)}`}>
                          {title}
                        </Link>
                      ))}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function weeksOf(days: readonly Day[]): readonly (readonly (Day | null)[])[] {
  const lead = ((days[0]?.weekday ?? 1) + 6) % 7
  const all: (Day | null)[] = [...Array<null>(lead).fill(null), ...days]
  while (all.length % 7 !== 0) all.push(null)
  return Array.from({ length: all.length / 7 }, (_, week) => all.slice(week * 7, week * 7 + 7))
}

export function monthBeside(month: string, by: 1 | -1): string {
  const [year = 0, at = 1] = month.split('-').map(Number)
  const moved = year * 12 + at - 1 + by
  return `${Math.floor(moved / 12)}-${String((moved % 12) + 1).padStart(2, '0')}`
}
