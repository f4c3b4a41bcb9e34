import type { MatterLink, MatterLinks } from '../../../contract/index.js'
import { Link } from '../link.js'
import { AlertMark } from '../shown/alert-mark.js'
import { MomentText } from '../shown/moment-text.js'
import { useLoad } from '../use-load.js'
import { useWords } from '../words/language.js'

/** 关联事项. Matters that this one names and those that name it, each with its own number, stage and day. */
export function LinkedMatters({ path, revision }: { readonly path: string; readonly revision: number }) {
  return <Links path={`${path}/links`} key={revision} />
}

function Links({ path }: { readonly path: string }) {
  const words = useWords()
  const { loaded } = useLoad<MatterLinks>(path)
  if (loaded.status !== 'ready' || loaded.value.links.length === 0) return null
  return (
    <section className="block" aria-labelledby="links">
      <h2 id="links">{words.queue.links.title}</h2>
      <ul className="linked">
        {loaded.value.links.map((link) => (
          <li key={`${link.direction} ${link.field} ${link.id}`}>
            <LinkLine link={link} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function LinkLine({ link }: { readonly link: MatterLink }) {
  const words = useWords()
  const { direction, name, id, number, title, stage, alert, nextDueAt } = link
  return (
    <>
      <span className="soft">{direction === 'to' ? words.queue.links.to(name) : words.queue.links.from(name)}</span>
      <Link to={`matters/${encodeURIComponent(id)}`}>
        <span className="number">{number}</span> {title}
      </Link>
      <span className="stage">{stage.name}</span>
      {alert && <AlertMark alert={alert} />}
      {nextDueAt && (
        <span className="soft">
          {words.queue.links.due} <MomentText at={nextDueAt} />
        </span>
      )}
    </>
  )
}
