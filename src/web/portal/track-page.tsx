/** @jsxImportSource preact */
import type { GovernmentView, TimelineEntry, TrackView } from '../../contract/index.js'
import { clauseChips, momentText, publicFiles, statedList, timeline } from '../parts/index.js'
import { ErrorSummary } from './error-summary.js'
import { make } from './make.js'
import { Page } from './page.js'
import { type PageContext, placeOf, wordsOf, writtenIn } from './page-context.js'
import { ActForms, type ActState, actErrors, formTyped } from './track-acts.js'
import { NextDuties } from './track-next.js'
import type { Words } from './words/words.js'

type TrackProps = {
  readonly context: PageContext
  readonly government: GovernmentView
  readonly track: TrackView
  /** The act that was done just now. */
  readonly done?: string | undefined
  /** The act that was sent and refused, as it was filled in. */
  readonly state?: ActState | undefined
  /** Only what has been done, from the beginning. */
  readonly isHistory?: boolean
  /** Which duty's days are asked for, from 1. */
  readonly days?: number
  /** Below which address of the government's the matter is opened: by number and code, or by whoever is known by name. */
  readonly place?: 'track' | 'known'
}

/** So many of the latest entries stand on the page; all of them on one of their own. */
const latest = 12

/** A requester's own matter: where it stands, what happens next, what they may do now. */
export const TrackPage = ({
  context,
  government,
  track,
  done,
  state,
  isHistory = false,
  days = 0,
  place = 'track',
}: TrackProps) => {
  const words = wordsOf(context)
  const errors = actErrors(track, state)
  // Whoever has read an answer, or what they are asked, goes on from there; else from what happens next.
  const isAsked = track.answers.length > 0 || track.awaits !== null
  const isActFirst = isAsked && track.acts.some(({ refusal }) => refusal === null)
  const acts = <ActForms context={context} government={government} track={track} state={state} place={place} />
  const doneName = track.timeline.findLast((entry) => entry.act === done)?.name
  return (
    <Page
      context={context}
      title={`${track.shown.name} · ${track.title}`}
      at={place}
      hasErrors={errors.length > 0}
      form={isHistory ? undefined : formTyped(track, state)}
      runsUnder={track.regulation.title}
    >
      <div class="narrow track">
        {place === 'known' && (
          <p>
            <a href={placeOf(government, 'known')}>{words.known.back}</a>
          </p>
        )}
        {errors.length > 0 && <ErrorSummary words={words} errors={errors} />}
        {doneName !== undefined && (
          <p class="callout callout-good" role="status">
            <span aria-hidden="true">✓ </span>
            {words.track.sent(doneName)}
          </p>
        )}
        <Head context={context} track={track} words={words} />
        {!isHistory && (
          <>
            <Progress track={track} words={words} />
            <Awaits context={context} track={track} words={words} />
            <Grounds context={context} track={track} words={words} />
            <Answers context={context} track={track} words={words} />
            {isActFirst && acts}
            <Files context={context} government={government} track={track} words={words} place={place} />
            <Rating context={context} track={track} words={words} />
            <Came context={context} track={track} words={words} />
            <NextDuties track={track} words={words} lang={context.lang} days={days} />
            {!isActFirst && acts}
            <Written context={context} track={track} words={words} />
          </>
        )}
        <History context={context} track={track} words={words} isHistory={isHistory} />
        <Leave government={government} track={track} words={words} place={place} />
      </div>
    </Page>
  )
}

type PartProps = { readonly track: TrackView; readonly words: Words }
type LangPartProps = PartProps & { readonly context: PageContext }
type Placed = { readonly government: GovernmentView; readonly place: 'track' | 'known' }

const Head = ({ context, track, words }: LangPartProps) => (
  <div class="track-head">
    <p class="soft">
      {words.track.number} <b class="number">{track.number}</b>
    </p>
    <h1 lang={writtenIn(context)}>
      <bdi>{track.title}</bdi>
    </h1>
    <p class="soft">
      {track.category !== null && <span class="tag">{track.category.name}</span>} {words.track.receivedAt}{' '}
      <time dateTime={track.receivedAt.iso}>{momentText(track.receivedAt, context.lang)}</time>
    </p>
  </div>
)

/** The plain states in their order; the word beside each says whether it is past, now or to come. */
const Progress = ({ track, words }: PartProps) => (
  <section class="panel" aria-labelledby="progress">
    <h2 id="progress" class="said">
      {words.track.progress}
    </h2>
    <div class="steps">
      <ol class="progress">
        {track.states.map((state) => (
          <li
            key={state.id}
            class={state.isNow ? 'progress-now' : state.isPast ? 'progress-past' : 'progress-later'}
            aria-current={state.isNow ? 'step' : undefined}
          >
            <b>{state.name}</b>
            <small>{state.isNow ? words.track.now : state.isPast ? words.track.past : words.track.later}</small>
          </li>
        ))}
      </ol>
    </div>
    {track.explains !== '' && <p class="explains">{track.explains}</p>}
  </section>
)

/** What is asked of whoever wrote, before anything goes on; the form to answer it stands below. */
const Awaits = ({ context, track: { awaits }, words }: LangPartProps) =>
  awaits === null ? null : (
    <section aria-labelledby="awaits">
      <h2 id="awaits">{words.track.awaits}</h2>
      <article class="answer" lang={writtenIn(context)}>
        <p class="answer-by">
          <b>{awaits.by}</b> <time dateTime={awaits.at.iso}>{momentText(awaits.at, context.lang)}</time>
        </p>
        {statedList(make, awaits.stated)}
      </article>
    </section>
  )

/** Told no: the ground, its clause, and where to go instead. */
const Grounds = ({ context, track, words }: LangPartProps) =>
  track.grounds.length === 0 ? null : (
    <section aria-labelledby="grounds">
      <h2 id="grounds">{words.track.grounds}</h2>
      {track.grounds.map(({ act, at, ground, advice, stated, clauses }) => (
        <article class="answer" lang={writtenIn(context)} key={at.iso + ground}>
          <p class="answer-by">
            <b>{act}</b> <time dateTime={at.iso}>{momentText(at, context.lang)}</time>
          </p>
          <p>
            {ground} {clauseChips(make, clauses, context.lang)}
          </p>
          {advice !== '' && <p>{advice}</p>}
          {stated.length > 0 && statedList(make, stated)}
        </article>
      ))}
    </section>
  )

const Answers = ({ context, track, words }: LangPartProps) =>
  track.answers.length === 0 ? null : (
    <section aria-labelledby="answers">
      <h2 id="answers">{words.track.answers}</h2>
      {track.answers.map((answer) => (
        <article class="answer" lang={writtenIn(context)} key={answer.at.iso + answer.unit}>
          <p class="answer-by">
            <b>{answer.unit}</b> <time dateTime={answer.at.iso}>{momentText(answer.at, context.lang)}</time>
          </p>
          {statedList(make, answer.stated)}
        </article>
      ))}
    </section>
  )

/** What lies with it that they may take away. */
const Files = ({ context, government, track, words, place }: LangPartProps & Placed) =>
  track.files.length === 0 ? null : (
    <section class="panel">
      {publicFiles(
        make,
        { files: track.files, filesKeptBack: 0 },
        {
          lang: context.lang,
          called: words.track.files,
          nameOf: ({ id, name }) => [
            <a href={placeOf(government, `${place}/${track.number}/files/${encodeURIComponent(id)}`)} key={id}>
              {name}
            </a>,
          ],
        },
      )}
    </section>
  )

/** How content the requester last said they are. */
const Rating = ({ context, track: { rating }, words }: LangPartProps) =>
  rating === null ? null : (
    <section class="panel" aria-labelledby="rating">
      <h2 id="rating">{words.track.rating}</h2>
      <p>
        <b lang={writtenIn(context)}>{rating.name}</b>{' '}
        <small>
          {words.track.rated} <time dateTime={rating.at.iso}>{momentText(rating.at, context.lang)}</time>
        </small>
      </p>
    </section>
  )

/** What came of it elsewhere: what it is called, how it stands, and since when. */
const Came = ({ context, track, words }: LangPartProps) =>
  track.came.length === 0 ? null : (
    <section aria-labelledby="came">
      <h2 id="came">{words.track.came}</h2>
      <ul lang={writtenIn(context)}>
        {track.came.map(({ kind, shown, since }) => (
          <li key={kind + since.iso}>
            <b>{kind}</b> <span class="tag">{shown.name}</span>{' '}
            <time dateTime={since.iso}>{momentText(since, context.lang)}</time>
          </li>
        ))}
      </ul>
    </section>
  )

const History = ({ context, track, words, isHistory }: LangPartProps & { isHistory: boolean }) => {
  const entries = isHistory ? track.timeline : track.timeline.slice(-latest)
  if (entries.length === 0) return null
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline">{words.track.timeline}</h2>
      {entries.length < track.timeline.length && (
        <p>
          <a href="?history=1">{words.track.allEntries(track.timeline.length)}</a>
        </p>
      )}
      {isHistory && (
        <p>
          <a href="?">{words.track.toMatter}</a>
        </p>
      )}
      {timeline(make, isHistory ? entries : entries.map((entry) => withoutTold(entry, track)), context.lang)}
    </section>
  )
}

/** What stands above in its own place, as the letter, an answer, a ground or a question, is not told a second time. */
function withoutTold(entry: TimelineEntry, { title, letter, category, answers, grounds, awaits }: TrackView): TimelineEntry {
  const above = new Set([...answers, ...grounds, ...(awaits === null ? [] : [awaits])].flatMap(({ stated }) => stated.map(pair)))
  const ofLetter = [title, letter, category?.name]
  const isTold = (each: Stated): boolean => above.has(pair(each)) || (entry.seq === 1 && ofLetter.includes(each.value))
  return { ...entry, stated: entry.stated.filter((each) => !isTold(each)) }
}

type Stated = { readonly name: string; readonly value: string }
const pair = ({ name, value }: Stated): string => `${name}\n${value}`

const Written = ({ context, track, words }: LangPartProps) => (
  <details class="written">
    <summary>{words.track.yours}</summary>
    <p class="own-text" lang={writtenIn(context)}>
      {track.letter}
    </p>
  </details>
)

const Leave = ({ government, track, words, place }: PartProps & { government: GovernmentView; place: string }) => (
  <div class="leave">
    {track.isPublic && (
      <p>
        {words.track.isPublic} <a href={placeOf(government, `answers/${track.number}`)}>{words.track.seePublic}</a>
      </p>
    )}
    <div class="actions">
      <button class="button button-plain" type="button" hidden data-print>
        {words.track.printed}
      </button>
      {place === 'track' && (
        <form method="post" action={placeOf(government, `track/${track.number}/package`)}>
          <button class="button button-plain" type="submit">
            {words.track.keep}
          </button>
        </form>
      )}
      <form method="post" action={placeOf(government, `${place}/leave`)}>
        <button class="button button-plain" type="submit">
          {place === 'known' ? words.known.leave : words.track.leave}
        </button>
      </form>
    </div>
    {place === 'track' && <p class="soft">{words.track.keepNote}</p>}
    <p class="soft">{place === 'known' ? words.known.leaveNote : words.track.leaveNote}</p>
  </div>
)
