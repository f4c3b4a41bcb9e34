/** @jsxImportSource preact */
import type { GovernmentView, PublicMatter } from '../../contract/index.js'
import { AnswerRow } from './answer-row.js'
import { EntryIcon } from './mark.js'
import { Page } from './page.js'
import { doorPlace, type PageContext, placeOf, wordsOf, writtenIn } from './page-context.js'
import { Promises } from './promises.js'
import type { Words } from './words/words.js'

type HomeProps = { readonly context: PageContext; readonly government: GovernmentView; readonly words: Words }

type HomePageProps = {
  readonly context: PageContext
  readonly government: GovernmentView
  /** The latest public answers. */
  readonly answers: readonly PublicMatter[]
}

/** A government's first page: the ways in, the promises, the numbers, what was answered lately. */
export const HomePage = ({ context, government, answers }: HomePageProps) => {
  const words = wordsOf(context)
  const props = { context, government, words }
  if (!government.isOutward) return <Inward {...props} />
  return (
    <Page context={context} title={words.menu.home} at="home">
      <div class="hero">
        <div class="wide">
          <h1>{words.home.lead}</h1>
          <p>{words.home.detail}</p>
          <Entries {...props} />
        </div>
      </div>
      <div class="wide">{government.hasDoor && government.closed !== null && <Closed {...props} />}</div>
      <div class="wide home">
        <Promised {...props} />
        <div class="home-now">
          <Numbers {...props} />
          {answers.length > 0 && <Latest {...props} answers={answers} />}
          <Urgent words={words} />
        </div>
        {government.hasDoor && <Notice {...props} />}
      </div>
    </Page>
  )
}

/** Where nothing that is handled is anybody's outside: who it is, and by which rules. */
const Inward = ({ context, government, words }: HomeProps) => (
  <Page context={context} title={words.menu.home} at="home">
    <div class="hero">
      <div class="wide">
        <h1>{government.name}</h1>
        <p>{words.home.inward}</p>
        <p>
          {words.home.basis}
          <a href={doorPlace(government, 'rules')}>{government.regulation.title}</a>
        </p>
      </div>
    </div>
  </Page>
)

const Entries = ({ government, words }: HomeProps) => {
  const entries = [
    ...doorsOf({ government, words }),
    { of: 'track', to: placeOf(government, 'track'), name: words.menu.track, text: words.home.track },
    { of: 'answers', to: placeOf(government, 'answers'), name: words.menu.answers, text: words.home.answers },
    ...(government.known === ''
      ? []
      : [
          {
            of: 'track',
            to: placeOf(government, 'known'),
            name: words.known.signIn(government.known),
            text: words.known.signInText,
          } as const,
        ]),
  ] as const
  return (
    <ul class="entries">
      {entries.map(({ of, to, name, text }) => (
        <li key={to}>
          <a class={`entry entry-${of}`} href={to}>
            <EntryIcon of={of} />
            <b>{name}</b>
            <span>{text}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}

/** A way in for each kind of matter that the public may bring in. */
function doorsOf({ government, words }: Pick<HomeProps, 'government' | 'words'>) {
  if (!government.hasDoor) return []
  const to = doorPlace(government, 'notice')
  if (government.doors.length === 0) return [{ of: 'write', to, name: words.menu.write, text: words.home.write } as const]
  return government.doors.map(({ door, text, write }) => {
    const place = doorPlace({ id: government.id, door }, 'notice')
    return { of: 'write', to: place, name: words.home.bring(write), text: words.home.kind(text) } as const
  })
}

const Closed = ({ government, words }: HomeProps) => (
  <section class="callout callout-warn" aria-labelledby="closed">
    <h2 id="closed">{words.closed}</h2>
    <p>{government.closed}</p>
  </section>
)

const Promised = ({ context, government, words }: HomeProps) => {
  if (government.promises.length === 0) return null
  return (
    <section class="home-promises" aria-labelledby="promises">
      <h2 id="promises">{words.home.promises}</h2>
      <Promises promises={government.promises} lang={writtenIn(context)} />
      <p class="soft">
        {words.home.promisesNote} <a href={doorPlace(government, 'rules')}>{words.home.seeRules}</a>
      </p>
    </section>
  )
}

const Numbers = ({ government, words }: HomeProps) => {
  const { counts } = government
  const numbers = (['received', 'answered', 'published'] as const).map(
    (id) => [counts[id].toLocaleString('en-US') + (counts.capped.includes(id) ? '+' : ''), words.home[id]] as const,
  )
  return (
    <section class="home-numbers" aria-labelledby="numbers">
      <h2 id="numbers">
        {words.home.numbers} <small>{words.home.numbersNote}</small>
      </h2>
      <dl class="numbers">
        {numbers.map(([count, name]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {count}
              <small>{words.home.unit}</small>
            </dd>
          </div>
        ))}
      </dl>
      <p>
        <a href={doorPlace(government, 'figures')}>{words.footer.figures}</a>
      </p>
    </section>
  )
}

const Latest = ({ context, government, words, answers }: HomeProps & Pick<HomePageProps, 'answers'>) => (
  <section class="home-latest" aria-labelledby="latest">
    <h2 id="latest">{words.home.latest}</h2>
    <ul class="rows">
      {answers.map((matter) => (
        <AnswerRow key={matter.number} matter={matter} government={government} context={context} />
      ))}
    </ul>
    <p>
      <a href={placeOf(government, 'answers')}>{words.home.allAnswers}</a>
    </p>
  </section>
)

const Urgent = ({ words }: { words: Words }) => (
  <section class="home-urgent" aria-labelledby="urgent">
    <h2 id="urgent">{words.home.urgent}</h2>
    <ul class="phones">
      {words.home.phones.map(([number, name]) => (
        <li key={number}>
          <a href={`tel:${number}`}>
            <b>{number}</b> {name}
          </a>
        </li>
      ))}
    </ul>
  </section>
)

const Notice = ({ context, government, words }: HomeProps) => (
  <section class="home-notice" aria-labelledby="notice">
    <h2 id="notice">{words.home.notice}</h2>
    <ul lang={writtenIn(context)}>
      {government.notice.slice(0, 4).map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
    <p>
      <a href={doorPlace(government, 'notice')}>{words.home.allNotice}</a>
    </p>
    <p class="soft">
      {words.home.basis}
      <a href={doorPlace(government, 'rules')}>{government.regulation.title}</a>
      {government.regulation.status !== '' && <span class="tag">{government.regulation.status}</span>}
    </p>
  </section>
)
