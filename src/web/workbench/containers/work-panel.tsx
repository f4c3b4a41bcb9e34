import type { ActView, ContainerView, MatterView } from '../../../contract/index.js'
import { Problem } from '../frame/problem.js'
import { Waiting } from '../frame/waiting.js'
import { Link } from '../link.js'
import { ActAbout } from '../matter/act-about.js'
import { ActForm } from '../matter/act-form.js'
import { actKey } from '../matter/act-key.js'
import type { Done } from '../matter/done-line.js'
import { QuickActs } from '../matter/quick-acts.js'
import { StripLines } from '../matter/strip-lines.js'
import { useOpenMatter } from '../matter/use-open-matter.js'
import { ClausePlaces } from '../shown/clause-place.js'
import { useScreenWords, useWords } from '../words/language.js'
import { containersWords } from './containers-words.js'
import { MinutesProvider } from './minutes.js'
import { ownActs, type Work } from './work.js'

type Props = {
  readonly container: ContainerView
  readonly matter: MatterView
  readonly work: Work | null
  readonly here: ReadonlySet<string>
  readonly choose: (work: Work | null) => void
  readonly finish: (done: Done) => void
  readonly reload: () => void
}

/** Beside the agenda: what is to be done with the one that was chosen, or an act of the container itself. One form at a time. */
export function WorkPanel(props: Props) {
  const { container, matter, work, here, choose, finish, reload } = props
  const words = useScreenWords(containersWords)
  const { listComma, acts } = useWords()
  const act = work?.of === 'container' ? matter.acts.find((each) => actKey(each) === work.key) : undefined
  if (work?.of === 'container' && act !== undefined) {
    return (
      <MinutesProvider value={container.minutes}>
        <ActForm
          // Whoever is ticked while the form stands open is counted too.
          key={`${work.key} ${JSON.stringify(work.given)} ${act.act === container.quorum?.act ? here.size : ''}`}
          act={counted(container, act, here, listComma)}
          matter={matter}
          given={work.given}
          leave={() => choose(null)}
          finish={(now) => finish({ ...now, said: acts.done(now.said) })}
          reload={reload}
        />
      </MinutesProvider>
    )
  }
  return (
    <>
      {work?.of === 'held' ? (
        // What is done in the container is heard there: it is read again.
        <HeldWork key={`${work.id} ${matter.revision}`} id={work.id} finish={finish} />
      ) : (
        <p className="soft">{words.choose(container.heldName)}</p>
      )}
      <OwnActs kind={container.kind} acts={ownActs(container, matter)} choose={choose} />
    </>
  )
}

/** Who was ticked is named in the act that opens it, and counted there where it asks for a number; both can be put right. */
function counted({ quorum, people }: ContainerView, act: ActView, here: ReadonlySet<string>, comma: string): ActView {
  if (quorum === null || act.act !== quorum.act || here.size === 0) return act
  const ticked = people.filter(({ id }) => here.has(id))
  const stated = ({ id, type }: ActView['fields'][number]): unknown => {
    if (type === 'people' && id === quorum.presentField) return ticked.map((each) => each.id)
    if (id === quorum.presentField) return here.size
    if (id === quorum.ofField) return quorum.of
    return id === quorum.namesField ? ticked.map(({ name }) => name).join(comma) : undefined
  }
  return { ...act, fields: act.fields.map((field) => ({ ...field, value: stated(field) ?? field.value })) }
}

function HeldWork({ id, finish }: { readonly id: string; readonly finish: (done: Done) => void }) {
  const words = useScreenWords(containersWords)
  const { loaded, reload, refresh } = useOpenMatter(id, true)
  if (loaded.status === 'loading') return <Waiting lines={6} />
  if (loaded.status === 'failed') return <Problem problem={loaded.problem} retry={reload} />
  const matter = loaded.value
  const done = (now: Done): void => {
    refresh()
    finish(now)
  }
  return (
    <ClausePlaces value={matter.regulation}>
      <h2>
        <bdi>{matter.title}</bdi>
      </h2>
      <p className="preview-facts">
        <span className="stage">{matter.stage.name}</span>
        <Link to={`matters/${encodeURIComponent(id)}`}>{words.toMatter}</Link>
        <Link to={`matters/${encodeURIComponent(id)}/thread`}>{words.toThread}</Link>
      </p>
      <StripLines matter={matter} />
      <QuickActs key={matter.revision} matter={matter} cameFor="" finish={done} reload={refresh} showsOthers />
    </ClausePlaces>
  )
}

type OwnProps = { readonly kind: string; readonly acts: readonly ActView[]; readonly choose: (work: Work) => void }

function OwnActs({ kind, acts, choose }: OwnProps) {
  const words = useScreenWords(containersWords)
  if (acts.length === 0) return null
  return (
    <section aria-labelledby="own-acts" className="own-acts no-print">
      <h3 id="own-acts">{words.acts(kind)}</h3>
      <div className="form-end">
        {acts.map((act) => (
          <button
            key={actKey(act)}
            type="button"
            className="act-beside"
            onClick={() => choose({ of: 'container', key: actKey(act), given: {} })}
          >
            {act.name}
            <ActAbout act={act} />
          </button>
        ))}
      </div>
    </section>
  )
}
