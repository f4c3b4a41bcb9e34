import '../css/acts.css'
import '../css/form.css'
import '../css/matter.css'
import '../css/matter-narrow.css'
import '../css/matter-print.css'
import type { MatterView } from '../../../contract/index.js'
import { useIsPast } from '../as-of/as-of.js'
import { Documents } from '../documents/documents.js'
import { Waiting } from '../frame/waiting.js'
import { NewsBar } from '../list/news-bar.js'
import { Notes } from '../notes/notes.js'
import { ClausePlaces } from '../shown/clause-place.js'
import { InWordsOf, useWords } from '../words/language.js'
import { ActPanel } from './act-panel.js'
import { Charged } from './charged.js'
import { Duties } from './duties.js'
import { Items } from './items.js'
import { Letter } from './letter.js'
import { LinkedMatters } from './linked-matters.js'
import { MatterFields } from './matter-fields.js'
import { MatterHeader } from './matter-header.js'
import { NotShown } from './not-shown.js'
import { Reveals } from './reveals.js'
import { SignOffs } from './sign-offs.js'
import { StickyAct } from './sticky-act.js'
import { Timeline } from './timeline.js'
import { useOpenMatter } from './use-open-matter.js'

/** A matter: by when, what was written, what is due now, what was done. The letter stays in sight while somebody answers; the acts come behind it, also by Tab. */
export function MatterPage({ id }: { readonly id: string }) {
  const opened = useOpenMatter(id)
  const { loaded, reload, done } = opened
  if (loaded.status === 'loading') return <Waiting lines={12} />
  if (loaded.status === 'failed') return <NotShown problem={loaded.problem} done={done} retry={reload} />
  return (
    <InWordsOf calls={loaded.value.calls}>
      <Shown id={id} shown={loaded.value} isStale={loaded.isStale} opened={opened} />
    </InWordsOf>
  )
}

type ShownProps = {
  readonly id: string
  readonly shown: MatterView
  readonly isStale: boolean
  readonly opened: ReturnType<typeof useOpenMatter>
}

function Shown({ id, shown, isStale, opened: { reload, refresh, hasNews, done, setDone } }: ShownProps) {
  const words = useWords()
  const isPast = useIsPast()
  // What the calendar opened holds no message, and nothing at all until it is done.
  const message = shown.fields.find(({ isMessage }) => isMessage)
  const hasContent = message !== undefined || shown.attachments.length > 0 || shown.fields.some(({ isInHead }) => !isInHead)
  return (
    <ClausePlaces value={shown.regulation}>
      <article className="matter" aria-busy={isStale}>
        <MatterHeader matter={shown} />
        <NewsBar hasNews={hasNews} refresh={refresh} />
        <div className={isPast ? 'matter-columns matter-alone' : 'matter-columns'}>
          {hasContent && (
            <section className="block letter-block matter-letter" aria-labelledby="letter">
              <h2 id="letter">{message?.name ?? words.content.title}</h2>
              <Letter matter={shown} />
              <MatterFields matter={shown} reload={reload} />
            </section>
          )}
          {!isPast && <ActPanel matter={shown} done={done} tellDone={setDone} reload={refresh} />}
          <div className="matter-main">
            <SignOffs signOffs={shown.signOffs ?? []} />
            <Items matter={shown} />
            <Timeline matter={shown} />
            <Documents matter={shown.id} revision={shown.revision} />
            {!isPast && <Notes matter={shown} />}
            <Duties duties={shown.duties} />
            <LinkedMatters id={id} revision={shown.revision} />
            <Charged charged={shown.charged} />
            <Reveals reveals={shown.reveals} />
          </div>
        </div>
        {!isPast && <StickyAct matter={shown} />}
      </article>
    </ClausePlaces>
  )
}
