import type { ContainerView, MatterView } from '../../../contract/index.js'
import { ClauseChips } from '../shown/clause-chips.js'
import { useScreenWords } from '../words/language.js'
import { containersWords } from './containers-words.js'

type Props = {
  readonly container: ContainerView
  readonly matter: MatterView
  /** Who was ticked as being here. */
  readonly here: ReadonlySet<string>
  /** Null: nobody can be ticked. */
  readonly setHere: ((here: ReadonlySet<string>) => void) | null
}

/** 出席. Members in the regulation's order, how many are here of how many are needed, and the units that were invited. */
export function Attendance({ container, matter, here, setHere }: Props) {
  const words = useScreenWords(containersWords)
  const { people, quorum } = container
  const shares = matter.assignments.filter(({ endedAt }) => endedAt === null)
  if (people.length === 0 && quorum === null && shares.length === 0) return null
  const opens = quorum !== null && matter.acts.some(({ act, refusal }) => act === quorum.act && refusal === null)
  const canTick = opens && setHere !== null
  // Then each name below says so itself.
  const isListed = people.some(({ isHere }) => isHere === true)
  const tick = (id: string): void => {
    const next = new Set(here)
    if (!next.delete(id)) next.add(id)
    setHere?.(next)
  }
  return (
    <section className="block attendance" aria-labelledby="attendance">
      <h2 id="attendance">{words.attendance}</h2>
      {quorum !== null && <QuorumLight quorum={quorum} ticked={canTick ? here.size : null} isListed={isListed} />}
      {canTick && <p className="soft">{words.tick}</p>}
      <ul className="people">
        {people.map(({ id, name, roleName, mark, isHere }) => (
          <li key={id}>
            {canTick && mark === null ? (
              <label>
                <input type="checkbox" checked={here.has(id)} onChange={() => tick(id)} aria-label={words.isHere(name)} />
                <b>{name}</b> <span>{roleName}</span>
              </label>
            ) : (
              <span>
                <b>{name}</b> <span>{roleName}</span>
              </span>
            )}
            {isHere === true && <span className="person-here">✓ {words.here}</span>}
            {mark && <span className="person-mark">▲ {words.marked(mark.name)}</span>}
          </li>
        ))}
      </ul>
      {shares.length > 0 && <h3>{words.units}</h3>}
      <ul className="people">
        {shares.map(({ id, unitName, stage }) => (
          <li key={id}>
            <span>{unitName}</span>
            <span className="stage">{stage.name}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

type LightProps = {
  readonly quorum: NonNullable<ContainerView['quorum']>
  readonly ticked: number | null
  readonly isListed: boolean
}

/** A row of seats with a mark at the number that is needed, and a sentence. */
function QuorumLight({ quorum, ticked, isListed }: LightProps) {
  const words = useScreenWords(containersWords)
  const { of, needed, clauses } = quorum
  const counted = quorum.present ?? ticked
  const present = counted ?? 0
  const isEnough = of > 0 && present >= needed
  const look = counted === null ? 'quorum quorum-ahead' : isEnough ? 'quorum quorum-met' : 'quorum'
  return (
    <div className={look}>
      {counted === null ? (
        <p>{words.willNeed(needed, of)}</p>
      ) : (
        <p role="status">
          <b>{words.present(present, of)}</b> {isEnough ? words.enough(needed) : words.tooFew(needed, present)}
        </p>
      )}
      <span className="seats" aria-hidden="true">
        {Array.from({ length: of }, (_, seat) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a seat is told by its place.
          <span key={seat} className={`seat${seat < present ? ' seat-taken' : ''}${seat + 1 === needed ? ' seat-needed' : ''}`} />
        ))}
      </span>
      {quorum.names !== null && !isListed && <p className="quorum-names">{words.were(quorum.names)}</p>}
      <ClauseChips clauses={clauses} />
    </div>
  )
}
