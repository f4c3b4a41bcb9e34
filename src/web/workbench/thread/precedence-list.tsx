import type { PrecedenceParty, ThreadView } from '../../../contract/index.js'
import { Link } from '../link.js'
import { ClauseChips } from '../shown/clause-chips.js'
import { ClausePlaces } from '../shown/clause-place.js'
import { MomentText } from '../shown/moment-text.js'
import { useScreenWords } from '../words/language.js'
import { threadWords } from './thread-words.js'

/** 以谁为准. Each question of which text holds, how it was read, and what each text says of the matters here. */
export function PrecedenceList({ precedence }: Pick<ThreadView, 'precedence'>) {
  const words = useScreenWords(threadWords)
  return (
    <section className="precedence" aria-labelledby="precedence">
      <h2 id="precedence">{words.precedence}</h2>
      <p className="soft">{words.precedenceLead}</p>
      {precedence.map(({ id, asks, reading, parties }) => (
        <section key={id} aria-labelledby={`precedence-${id}`}>
          <h3 id={`precedence-${id}`}>{asks}</h3>
          <p>{reading}</p>
          <ul>
            {parties.map((party) => (
              <Party key={`${party.id} ${party.regulation.id}`} party={party} />
            ))}
          </ul>
        </section>
      ))}
    </section>
  )
}

function Party({ party }: { readonly party: PrecedenceParty }) {
  const words = useScreenWords(threadWords)
  const { id, number, kind, regulation, clauses, duty, dueAt, leads, turn } = party
  return (
    <li className={leads ? 'precedence-leads' : undefined}>
      {turn !== null && <b>{words.turn(turn)}</b>}
      <span>{regulation.name}</span>
      <ClausePlaces value={regulation}>
        <ClauseChips clauses={clauses} />
      </ClausePlaces>
      <Link to={`matters/${encodeURIComponent(id)}`}>
        {kind !== null && <span className="tag">{kind.name}</span>} <span className="number">{number}</span>
      </Link>
      {duty !== null && <span className="soft">{duty}</span>}
      {dueAt !== null && (
        <span className="soft">
          {words.due} <MomentText at={dueAt} />
        </span>
      )}
      {leads && turn === null && <b>{words.leads}</b>}
    </li>
  )
}
