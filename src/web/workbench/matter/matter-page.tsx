import '../css/acts.css'
import '../css/form.css'
import '../css/matter.css'
import { Problem } from '../frame/problem.js'
import { Waiting } from '../frame/waiting.js'
import { NewsBar } from '../list/news-bar.js'
import { ClausePlaces } from '../shown/clause-place.js'
import { useWords } from '../words/language.js'
import { ActPanel } from './act-panel.js'
import { Charged } from './charged.js'
import { Duties } from './duties.js'
import { LinkedMatters } from './linked-matters.js'
import { MatterFields } from './matter-fields.js'
import { MatterHeader } from './matter-header.js'
import { Reveals } from './reveals.js'
import { Timeline } from './timeline.js'
import { useOpenMatter } from './use-open-matter.js'

/** A matter: what was asked, where it stands, who owes what, what was done, and what may be done now. */
export function MatterPage({ id }: { readonly id: string }) {
  const words = useWords()
  const { loaded, reload, refresh, hasNews, done, setDone } = useOpenMatter(id)
  if (loaded.status === 'loading') return <Waiting lines={12} />
  if (loaded.status === 'failed') return <Problem problem={loaded.problem} retry={reload} isPage />
  const shown = loaded.value
  const open = shown.acts.filter((act) => act.refusal === null).length
  return (
    <ClausePlaces value={shown.regulation}>
      <article className="matter" aria-busy={loaded.isStale}>
        <MatterHeader matter={shown} />
        <NewsBar hasNews={hasNews} refresh={refresh} />
        <div className="matter-columns">
          <div className="matter-main">
            <Duties duties={shown.duties} />
            <MatterFields matter={shown} reload={reload} />
            <LinkedMatters id={id} revision={shown.revision} />
            <Timeline matter={shown} />
            <Charged charged={shown.charged} />
            <Reveals reveals={shown.reveals} />
            {open > 0 && (
              <a className="to-acts" href="#acts">
                {words.acts.jump(open)}
              </a>
            )}
          </div>
          <ActPanel matter={shown} done={done} tellDone={setDone} reload={refresh} />
        </div>
      </article>
    </ClausePlaces>
  )
}
