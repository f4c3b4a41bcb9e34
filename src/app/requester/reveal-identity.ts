import type { Revealed } from '../../contract/index.js'
import { derive, type Field, type Given, isFilled, type Payload } from '../../core/index.js'
import type { Deps, Viewer } from '../deps.js'
import { type Opened, openMatter } from '../matter/open-matter.js'
import { named } from '../matter/view-parts.js'
import { valueText } from '../matter/view-values.js'
import { nowOf } from '../now-of.js'
import type { Outcome } from '../outcome.js'
import { showingOf } from '../showing.js'
import { failed } from '../view-failure.js'
import { wordsOf } from '../words/index.js'

/** Letters of a reason. */
export const leastReason = 2

/** 查看身份。 Opens what the viewer may open for a reason; who, when and why is recorded first, and shown to all who know of the identity. */
export async function revealIdentity(
  deps: Deps,
  viewer: Viewer,
  asked: { readonly matter: number; readonly reason: string },
): Promise<Outcome<{ revealed: Revealed }>> {
  const { office, actor, account, lang } = viewer
  const words = wordsOf(lang)
  const opened = await openMatter(deps, office, asked.matter, actor)
  if (opened === null) return failed(words, 'not-found')
  const { given, loaded } = opened
  const open = mayReveal(opened)
  if (open.length === 0) return failed(words, 'wrong-role')
  const reason = asked.reason.trim()
  if ([...reason].length < leastReason) return failed(words, 'reason-missing')
  const what = open.map(({ id }) => id).join(' ')
  const facts = knownFacts(given, open)
  const isKnown = Object.keys(facts).length > 0
  if (loaded.row.requester === null && !isKnown) return failed(words, 'no-identity')
  const sealed = await deps.store.openIdentity(office.id, {
    matter: asked.matter,
    account,
    at: nowOf(deps, office),
    what,
    reason,
    isInEvents: isKnown,
  })
  if (sealed === null && !isKnown) return failed(words, 'no-identity')
  const identity: Payload = { ...(sealed as Payload | null), ...facts }
  const showing = showingOf(office, lang, given.program)
  const fields = open.flatMap((field) => {
    const value = identity[field.id]
    return value === undefined
      ? []
      : [{ id: field.id, name: named(showing, field.id, field.name).name, value: valueText(showing, field, value) }]
  })
  return { ok: true, revealed: { fields } }
}

/** Known requesters are named in the events, by what they are known by; their names open as what is sealed does. */
function knownFacts(given: Given, open: readonly Field[]): Payload {
  const { facts } = derive(given)
  const named = open.filter(({ id, type }) => type === 'requesters' && isFilled(facts[id]))
  return Object.fromEntries(named.flatMap(({ id }) => (facts[id] === undefined ? [] : [[id, facts[id]]])))
}

/** The fields of identity that open for this viewer; none: nothing that shows who wrote does. */
export const mayReveal = ({ sight, given }: Opened): readonly Field[] =>
  Object.values(given.program.regulation.fields).filter(({ id, isIdentity, type }) => {
    const look = sight.fields[id]?.as
    return (isIdentity && (look === 'onReason' || look === 'shown')) || (type === 'requesters' && look === 'onReason')
  })
