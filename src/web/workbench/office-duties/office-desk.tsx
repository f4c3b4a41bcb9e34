import '../css/office-duties.css'
import type { OfficeDuties } from '../../../contract/index.js'
import { Link } from '../link.js'
import { useLoad } from '../use-load.js'
import { useWords } from '../words/language.js'
import { OfficeDutyTable } from './office-duty-table.js'

/** On the desk: what the person, in this role, owes for the office itself, and the way to all its periods. Nothing where there is none. */
export function OfficeDesk() {
  const words = useWords()
  const { loaded } = useLoad<OfficeDuties>('/api/office-duties?show=open')
  if (loaded.status !== 'ready' || !loaded.value.hasDuties) return null
  const mine = loaded.value.open.filter(({ isMine }) => isMine)
  return (
    <section className="office-desk" aria-labelledby="office-desk">
      <div className="office-head">
        <h2 id="office-desk">{words.officeDuties.deskTitle}</h2>
        <Link to="office-duties">{words.officeDuties.all}</Link>
      </div>
      {mine.length > 0 && <OfficeDutyTable rows={mine} caption={words.officeDuties.deskTitle} />}
    </section>
  )
}
