import type { MatterLink, MatterLinks, SlipPage } from '../../../contract/index.js'
import { useAsked } from '../as-of/as-of.js'
import { Link } from '../link.js'
import { AlertMark } from '../shown/alert-mark.js'
import { MomentText } from '../shown/moment-text.js'
import { useLoad } from '../use-load.js'
import { useWords } from '../words/language.js'

type LinkedProps = { readonly id: string; readonly revision: number }

/** 关联事项. Matters that this one names and those that name it, each with its own number, stage and day. */
export function LinkedMatters({ id, revision }: LinkedProps) {
  return (
    <>
      <Links id={id} revision={revision} />
      <Slips id={id} revision={revision} />
    </>
  )
}

/** 通知单. The papers that were issued with acts of this matter. */
function Slips({ id, revision }: LinkedProps) {
  const words = useWords()
  const { loaded } = useLoad<SlipPage>(useAsked()(`/api/slips?matter=${encodeURIComponent(id)}`), revision)
  if (loaded.status !== 'ready' || loaded.value.rows.length === 0) return null
  return (
    <section className="block" aria-labelledby="slips">
      <h2 id="slips">{words.supervision.slips}</h2>
      <ul className="linked">
        {loaded.value.rows.map((slip) => (
          <li key={`${slip.act} ${slip.year} ${slip.number}`}>
            <Link to={`supervision/${encodeURIComponent(slip.act)}.${slip.year}.${slip.number}`}>
              {slip.name} <span className="number">{slip.shown}</span>
            </Link>
            <span>{slip.unit.name}</span>
            <span className="soft">
              <MomentText at={slip.issuedAt} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Links({ id, revision }: LinkedProps) {
  const words = useWords()
  const { loaded } = useLoad<MatterLinks>(useAsked()(`/api/matters/${encodeURIComponent(id)}/links`), revision)
  if (loaded.status !== 'ready' || loaded.value.links.length === 0) return null
  return (
    <section className="block" aria-labelledby="links">
      <h2 id="links">{words.overview.links.title}</h2>
      {loaded.value.links.some(({ isBegun }) => isBegun) && (
        <p>
          <Link to={`matters/${encodeURIComponent(id)}/thread`}>{words.overview.links.thread}</Link>
        </p>
      )}
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
  const { direction, field, kind, name, id, number, title, stage, alert, nextDueAt } = link
  const said = field === '' ? name : direction === 'to' ? words.overview.links.to(name) : words.overview.links.from(name)
  return (
    <>
      <span className="soft">{[...new Set([said, kind?.name])].filter((text) => text !== undefined).join(' · ')}</span>
      <Link to={`matters/${encodeURIComponent(id)}`}>
        <span className="number">{number}</span> {title}
      </Link>
      <span className="stage">{stage.name}</span>
      {alert && <AlertMark alert={alert} />}
      {nextDueAt && (
        <span className="soft">
          {words.overview.links.due} <MomentText at={nextDueAt} />
        </span>
      )}
    </>
  )
}
