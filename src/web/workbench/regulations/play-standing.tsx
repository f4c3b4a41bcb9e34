import type { Played } from '../../../contract/index.js'
import { DutyCard } from '../matter/duty-card.js'
import { AlertMark } from '../shown/alert-mark.js'
import { ClauseChips } from '../shown/clause-chips.js'
import { MomentText } from '../shown/moment-text.js'
import { useWords } from '../words/language.js'

/** How the matter stands at the moment looked at. */
export function PlayStanding({ played }: { readonly played: Played }) {
  const words = useWords()
  const { simulator } = words.regulations
  return (
    <section className="play-standing">
      <div className="regulation-block play-stage">
        <h2>
          {simulator.now} <span className="number">{played.now.shown}</span>
        </h2>
        <p>
          {simulator.stage} <span className="stage">{played.stage?.name ?? simulator.notBegun}</span>
        </p>
        {played.shares.length > 0 && (
          <ul>
            {played.shares.map(({ unit, part, stage }) => (
              <li key={`${unit.id}/${stage.id}/${part}`}>
                {words.beside(unit.name, part)} <span className="stage">{stage.name}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
      <div className="regulation-block">
        <h2>{simulator.duties}</h2>
        {played.duties.length === 0 ? (
          <p className="soft">{simulator.noDuties}</p>
        ) : (
          played.duties.map((duty) => <DutyCard key={duty.key} duty={duty} />)
        )}
      </div>
      <div className="regulation-block">
        <h2>{simulator.rungs}</h2>
        {played.rungs.length === 0 ? (
          <p className="soft">{simulator.noRungs}</p>
        ) : (
          <ul className="play-rungs">
            {played.rungs.map((rung) => (
              <li key={`${rung.duty}/${rung.name}/${rung.at.iso}`}>
                <MomentText at={rung.at} /> {words.about(rung.duty, rung.name)}{' '}
                {rung.alert !== null && <AlertMark alert={rung.alert} />}
                <ClauseChips clauses={rung.clauses} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  )
}
