import type { Field } from '../../core/index.js'
import type { RuleCheck } from './rule-check.js'

const isFree = ({ type }: Field): boolean => type === 'text' || type === 'longText' || type === 'attachments'

/** Words or files on the public page that somebody else than the publisher put there: nobody has looked at them as the public will. */
const asWritten: RuleCheck = ({ regulation }) => {
  const { acts, fields, visibility, meaning } = regulation
  const publishing = meaning.marks.published.flatMap((rule) => (rule.on === 'act' ? [rule.act] : []))
  return (visibility.public?.fields ?? []).flatMap((id, index) => {
    const field = fields[id]
    if (field === undefined || !isFree(field)) return []
    const other = Object.values(acts).find(
      (act) =>
        !publishing.includes(act.id) &&
        [...act.needs, ...act.takes, ...act.needsWhen.flatMap((each) => each.fields)].includes(id),
    )
    if (other === undefined) return []
    const args = { field: id, act: other.id, publishing: publishing.join(' ') || '—' }
    return [{ code: 'public-as-written', path: ['visibility', 'public', 'fields', index], args }]
  })
}

export const publicationChecks: readonly RuleCheck[] = [asWritten]
