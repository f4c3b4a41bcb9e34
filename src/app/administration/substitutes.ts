import type { SubstituteRequest, SubstituteView } from '../../contract/index.js'
import { dayAt, dayText } from '../../core/index.js'
import type { Account, Substitute } from '../../store/index.js'
import type { Deps } from '../deps.js'
import type { SignedIn } from '../entry/signed-in.js'
import { named, unitNamed } from '../matter/view-parts.js'
import { nowOf } from '../now-of.js'
import type { Outcome } from '../outcome.js'
import { type Showing, showingOf } from '../showing.js'
import { failed } from '../view-failure.js'
import { wordsOf } from '../words/index.js'
import { administer, dayWrong, textWrong, type Wrong, wrongly } from './administer.js'
import { confirmingIn } from './second-admin.js'

const longestReason = 200

/** 代理. From day to day one person may wear another's role; whatever they do then says so. */
export async function addSubstitute(
  deps: Deps,
  admin: SignedIn,
  asked: SubstituteRequest,
): Promise<Outcome<{ done: { id: number } }>> {
  const accounts = await deps.store.listAccounts(admin.office.id)
  const today = dayText(dayAt(nowOf(deps, admin.office), admin.office.calendar.zone))
  const { mayGive } = await confirmingIn(deps, admin.office)
  const isOwn: readonly Wrong[] = mayGive(admin.account, asked.present) ? [] : [{ field: 'present', code: 'second-admin' }]
  const wrong = [...substituteWrong(asked, accounts, today), ...isOwn]
  if (wrong.length > 0) return wrongly(admin.lang, wrong)
  const { absent, present, role, unit, firstOn, lastOn } = asked
  const reason = asked.reason.trim()
  return administer(deps, admin, async (changing) => {
    const id = await changing.addSubstitute({ absent, present, role, unit, firstOn, lastOn, reason })
    const detail = { present, role: unit === null ? role : `${role}@${unit}`, firstOn, lastOn, reason }
    return { done: { id }, entry: { kind: 'substitute-added', about: absent, detail } }
  })
}

function substituteWrong(asked: SubstituteRequest, accounts: readonly Account[], today: string): readonly Wrong[] {
  const absent = accounts.find(({ account }) => account === asked.absent)
  const present = accounts.find(({ account }) => account === asked.present)
  const holds = absent?.roles.some(({ role, unit }) => role === asked.role && unit === asked.unit) === true
  const days = [...dayWrong('firstOn', asked.firstOn), ...dayWrong('lastOn', asked.lastOn)]
  const order: readonly Wrong[] = asked.lastOn < asked.firstOn ? [{ field: 'lastOn', code: 'wrong-order' }] : []
  const past: readonly Wrong[] = asked.lastOn < today ? [{ field: 'lastOn', code: 'past' }] : []
  return [
    ...(absent === undefined ? [{ field: 'absent', code: 'needed' } as const] : []),
    ...(present === undefined || present.isDisabled ? [{ field: 'present', code: 'needed' } as const] : []),
    ...(present !== undefined && present === absent ? [{ field: 'present', code: 'itself' } as const] : []),
    ...(absent !== undefined && !holds ? [{ field: 'role', code: 'not-held' } as const] : []),
    ...(days.length > 0 ? days : order.length > 0 ? order : past),
    ...textWrong('reason', asked.reason, longestReason),
  ]
}

export async function endSubstitute(deps: Deps, admin: SignedIn, id: number): Promise<Outcome<{ done: object }>> {
  const known = (await deps.store.administration.listSubstitutes(admin.office.id)).find((each) => each.id === id)
  if (known === undefined) return failed(wordsOf(admin.lang), 'not-found')
  return administer(deps, admin, async (changing) => {
    if (!(await changing.endSubstitute(id, deps.now()))) return null
    return { done: {}, entry: { kind: 'substitute-ended', about: known.absent, detail: { present: known.present } } }
  })
}

export function substituteViews(admin: SignedIn, all: readonly Substitute[], today: string): SubstituteView[] {
  const showing = showingOf(admin.office, admin.lang)
  return all.map((each) => substituteView(showing, each, today))
}

function substituteView(showing: Showing, each: Substitute, today: string): SubstituteView {
  const { id, absent, present, role, unit, firstOn, lastOn, reason, endedAt } = each
  const person = (account: string) => ({ id: account, name: showing.office.people.get(account) ?? showing.words.formerPerson })
  const standing = endedAt !== null ? 'ended' : lastOn < today ? 'past' : firstOn > today ? 'coming' : 'now'
  return {
    id,
    absent: person(absent),
    present: person(present),
    role: named(showing, role, showing.office.roles.get(role)?.name),
    unit: unit === null ? null : unitNamed(showing, unit),
    ...{ firstOn, lastOn, reason, standing },
  }
}
