import type { RequirementView } from '../../../contract/index.js'
import { ClauseChips } from '../shown/clause-chips.js'
import { useWords } from '../words/language.js'

const marks = { met: '✓', lacking: '○', waived: '—' } as const

/** 要件, each with what is still in its way; those that come about while the form is filled in are told as they do. */
export function RequirementList({ requirements }: { readonly requirements: readonly RequirementView[] }) {
  const { requirements: words } = useWords()
  if (requirements.length === 0) return null
  const there = requirements.filter(({ standing }) => standing !== 'lacking').length
  return (
    <section className="requirements">
      <h3 role="status">{words.title(there, requirements.length)}</h3>
      <ul>
        {requirements.map((each) => (
          <li key={each.id} className={`requirement requirement-${each.standing}`}>
            <span className="requirement-name">
              <span aria-hidden="true">{marks[each.standing]} </span>
              {each.name}
              <span className="requirement-standing">{words.standing[each.standing]}</span>
            </span>
            {each.because.map(({ says }) => (
              <span key={says} className="closed-why">
                {says}
              </span>
            ))}
            {each.waived && (
              <span className="closed-why">{words.waived(whoOf(each.waived.by), each.waived.at.shown, each.waived.reason)}</span>
            )}
            <ClauseChips clauses={each.clauses} />
          </li>
        ))}
      </ul>
    </section>
  )
}

const whoOf = ({ roleName, unitName, person }: NonNullable<RequirementView['waived']>['by']): string =>
  [unitName, roleName, person].filter(Boolean).join(' ')
