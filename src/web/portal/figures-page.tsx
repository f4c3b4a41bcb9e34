/** @jsxImportSource preact */

import type { GovernmentView, PublicFigures } from '../../contract/index.js'
import { clausesOnce } from '../../core/index.js'
import { Page } from './page.js'
import { doorPlace, type PageContext, wordsOf } from './page-context.js'
import type { Words } from './words/words.js'

type FiguresProps = { readonly context: PageContext; readonly government: GovernmentView; readonly figures: PublicFigures }
type PartProps = { readonly words: Words; readonly figures: PublicFigures }

/** 公开统计. The last month that is over: numbers, shares with what each counts, units, and the months before. */
export const FiguresPage = ({ context, government, figures }: FiguresProps) => {
  const words = wordsOf(context)
  const { span, asOf } = figures
  return (
    <Page context={context} title={words.figures.title}>
      <div class="wide figures-page">
        <h1>{words.figures.title}</h1>
        <p class="lead">
          {words.figures.span(span.from, span.to)}
          {asOf !== null && words.figures.asOf(asOf.shown)}
        </p>
        <Kinds words={words} government={government} />
        <Shares words={words} figures={figures} government={government} />
        <Amounts words={words} figures={figures} />
        {figures.units.rows.length > 0 && <Units words={words} figures={figures} />}
        <Months words={words} figures={figures} />
        {figures.few !== null && <p class="soft">{figures.few}</p>}
      </div>
    </Page>
  )
}

/** Of which kind of matter, where the public may bring in several; the others are a link away. */
const Kinds = ({ words, government }: Pick<PartProps, 'words'> & Pick<FiguresProps, 'government'>) =>
  government.doors.length === 0 ? null : (
    <nav class="figure-kinds" aria-label={words.figures.kinds}>
      <ul>
        {government.doors.map(({ door, matter }) => (
          <li key={door}>
            <a
              href={doorPlace({ id: government.id, door }, 'figures')}
              aria-current={door === government.door ? 'page' : undefined}
            >
              {matter}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )

const Shares = ({ words, figures, government }: PartProps & Pick<FiguresProps, 'government'>) => {
  if (figures.rates.length === 0) return null
  return (
    <section aria-labelledby="shares">
      <h2 id="shares">{words.figures.shares}</h2>
      <ul class="figure-cards">
        {figures.rates.map((rate) => (
          <li key={rate.id} class="panel">
            <h3>{rate.name}</h3>
            <p class="figure-share">{rate.share ?? words.figures.none}</p>
            {rate.without !== null && (
              <p>{words.figures.without(rate.without.excluded, rate.without.share ?? words.figures.none)}</p>
            )}
            <p class="soft">{words.figures.beside(rate.before ?? '—', rate.lastYear ?? '—')}</p>
            <details>
              <summary>{words.figures.definition}</summary>
              <p>
                <b>{words.figures.numerator}</b> {rate.counts}
              </p>
              <p>
                <b>{words.figures.denominator}</b> {rate.of}
              </p>
              {rate.excluding !== null && <p>{rate.excluding}</p>}
              <p>
                {clausesOnce(rate.clauses, words.language === 'en' ? 'en' : 'zh').map(({ id, shown }) => (
                  <a key={id} class="clause" href={`${doorPlace(government, 'rules')}#clause-${id}`}>
                    {shown[words.language === 'en' ? 'en' : 'zh']}{' '}
                  </a>
                ))}
              </p>
            </details>
          </li>
        ))}
      </ul>
    </section>
  )
}

type Table = {
  readonly caption: string
  readonly heads: readonly string[]
  readonly rows: readonly (readonly [string, readonly string[]])[]
  /** What stands last is a sentence. */
  readonly isWordy?: boolean
}

/** Wider than a telephone it is moved sideways, also by the keyboard. */
const FigureTable = ({ caption, heads, rows, isWordy = false }: Table) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable from the keyboard.
  <section class={isWordy ? 'figure-table wordy' : 'figure-table'} aria-label={caption} tabIndex={0}>
    <table>
      <caption class="said">{caption}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, cells]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {cells.map((cell, at) => (
              <td key={heads[at + 1]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)

const Amounts = ({ words, figures }: PartProps) => (
  <section>
    <h2 id="amounts">{words.figures.amounts}</h2>
    <FigureTable
      isWordy
      caption={words.figures.amounts}
      heads={[words.figures.figure, words.figures.now, words.figures.before, words.figures.lastYear, words.figures.definition]}
      rows={figures.counts.map(({ name, now, before, lastYear, counts }) => [name, [now, before, lastYear, counts]])}
    />
  </section>
)

const Units = ({ words, figures: { units } }: PartProps) => (
  <section>
    <h2 id="units">{words.figures.units}</h2>
    <FigureTable
      caption={words.figures.units}
      heads={[words.figures.unit, ...units.columns]}
      rows={units.rows.map(({ name, cells }) => [name, cells])}
    />
    <p class="soft">{units.note}</p>
  </section>
)

const Months = ({ words, figures: { months, chart } }: PartProps) => (
  <section>
    <h2 id="months">{words.figures.months}</h2>
    <p class="soft">{words.figures.monthsNote}</p>
    {chart !== null && (
      <img
        class="figure-chart"
        src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(chart.svg)}`}
        alt={words.figures.chart(chart.title)}
      />
    )}
    <FigureTable
      caption={words.figures.months}
      heads={[words.figures.month, ...months.columns]}
      rows={months.rows.map(({ month, cells }) => [month, cells])}
    />
  </section>
)
