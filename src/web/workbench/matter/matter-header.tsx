import type { MatterView } from '../../../contract/index.js'
import { AlertMark } from '../shown/alert-mark.js'
import { DutyBadge } from '../shown/duty-badge.js'
import { MomentText } from '../shown/moment-text.js'
import { useWords } from '../words/language.js'

export function MatterHeader({ matter }: { readonly matter: MatterView }) {
  const words = useWords()
  const facts: readonly [string, string | undefined][] = [
    [words.matter.category, matter.category?.name],
    [words.matter.channel, matter.channel?.name],
    ...matter.origin.map(({ name, value }): [string, string] => [name, value]),
  ]
  return (
    <header className="matter-head">
      <p className="matter-number">
        <span className="number">{matter.number}</span>
        <span className="soft">{words.matter.regulation(matter.regulation.shortTitle, matter.regulation.version)}</span>
        {matter.publicPage && <a href={matter.publicPage}>{words.matter.publicPage}</a>}
        <button type="button" className="quiet no-print" onClick={() => window.print()}>
          {words.matter.print}
        </button>
      </p>
      <div className="matter-title">
        <h1>
          <bdi>{matter.title}</bdi>
        </h1>
        <span className="stage stage-big">{matter.stage.name}</span>
        {matter.alert && <AlertMark alert={matter.alert} />}
      </div>
      <dl className="facts">
        <div>
          <dt>{words.matter.received}</dt>
          <dd>
            <MomentText at={matter.receivedAt} />
          </dd>
        </div>
        {facts.map(
          ([name, value]) =>
            value !== undefined && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
        {matter.shown.name !== '' && matter.shown.name !== matter.stage.name && (
          <div>
            <dt>{words.matter.shown}</dt>
            <dd>{matter.shown.name}</dd>
          </div>
        )}
      </dl>
      <Assignments matter={matter} />
    </header>
  )
}

/** Every unit's share with its clock, and the workdays it has had; those that have ended stand back in words and look. */
export function Assignments({ matter }: { readonly matter: MatterView }) {
  const words = useWords()
  if (matter.assignments.length === 0) return null
  return (
    <ul className="shares" aria-label={words.matter.assignments}>
      {matter.assignments.map((each) => {
        const clock = matter.duties.find(({ key }) => key === each.clock)
        const charged = matter.charged.find(({ unit }) => unit === each.unit)
        return (
          <li key={each.id} className={each.endedAt ? 'share share-ended' : 'share'}>
            <span className="share-role">{each.roleName}</span>
            <b>{each.unitName}</b>
            <span className="stage">{each.stage.name}</span>
            <span className="soft">
              {words.matter.since} <MomentText at={each.since} />
            </span>
            {clock && (
              <span className="share-clock">
                <span>{clock.name}</span>
                <DutyBadge duty={clock} />
                {clock.dueAt && <MomentText at={clock.dueAt} />}
              </span>
            )}
            {charged && <span className="soft">{words.matter.used(charged.workdays)}</span>}
          </li>
        )
      })}
    </ul>
  )
}
