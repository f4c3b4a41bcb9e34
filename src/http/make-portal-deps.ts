import {
  actAsKnown,
  actAsRequester,
  byRequester,
  changeOwnPassword,
  type Deps,
  failure,
  findKnown,
  type Known,
  knock,
  listGovernments,
  listOwn,
  listPublished,
  neededFields,
  type Outcome,
  packOwn,
  programAtDoor,
  readEmblem,
  readGovernment,
  readKnownAttachment,
  readOwn,
  readOwnAttachment,
  readPublicFigures,
  readPublished,
  requester,
  saveAttachment,
  signInKnown,
  signOut,
  stayKnown,
  submitMatter,
  trackMatter,
  wordsOf,
} from '../app/index.js'
import type { Submitted } from '../contract/index.js'
import { startingAct } from '../core/index.js'
import type { HttpDeps } from './http-deps.js'
import type { Answer, KnownAsked, PortalDeps } from './portal-deps.js'
import { problemOf } from './problem.js'

/** The product as the portal's pages use it. */
export function makePortalDeps({ app: deps }: HttpDeps): PortalDeps {
  return {
    governments: async ({ lang }) => ({ ok: true, governments: await listGovernments(deps, lang) }),
    governmentAt: async (host) => (await deps.offices.all()).find(({ settings }) => settings.hosts.includes(host))?.id ?? null,
    emblem: (government) => readEmblem(deps, government),
    government: async (id, asked) => answer(await readGovernment(deps, id, asked)),
    needed: async ({ government, door, with: stated, lang }) => {
      const office = await deps.offices.get(government)
      const program = office === null ? null : programAtDoor(office, door === '' ? null : door)
      const regulation = program?.regulation
      const act = regulation === undefined ? null : startingAct(regulation, requester.role)
      if (office === null || regulation === undefined || act === null)
        return { ok: false, problem: problemOf(failure(wordsOf(lang), 'kind-unknown')) }
      const viewer = { office, actor: requester, account: '', lang }
      return answer(await neededFields(deps, viewer, { matter: null, regulation: regulation.id, act: act.id, with: stated }))
    },
    tried: async (asked) => submitAt(deps, { ...asked, isTrial: true }),
    submit: async ({ attachments, with: sent, ...asked }) =>
      submitAt(deps, { ...asked, with: { ...sent, ...(attachments.length === 0 ? {} : { attachments }) } }),
    knock: async ({ proof, ...asked }) => answer(await knock(deps, { ...asked, proof: proof === '' ? null : proof })),
    track: async (asked) => answer(await trackMatter(deps, asked)),
    packOwn: async (asked) => answer(await packOwn(deps, asked)),
    ownFile: async (asked) => answer(await readOwnAttachment(deps, asked)),
    actAsRequester: async (asked) => answer(await actAsRequester(deps, asked)),
    signInKnown: async ({ proof, ...asked }) =>
      answer(await signInKnown(deps, { ...asked, code: null, device: null, proof: proof === '' ? null : proof })),
    signOutKnown: (token) => signOut(deps, token),
    knownHome: (asked) => asKnown(deps, asked, async (known) => ({ ok: true, home: await listOwn(deps, known, asked.after) })),
    changeKnownPassword: (asked) => withKnown(deps, asked, (known) => changeOwnPassword(deps, known, asked)),
    knownMatter: (asked) => asKnown(deps, asked, (known) => readOwn(deps, known, asked.number)),
    knownFile: (asked) => asKnown(deps, asked, (known) => readKnownAttachment(deps, known, asked)),
    actAsKnown: (asked) => asKnown(deps, asked, (known) => actAsKnown(deps, known, asked)),
    published: async (asked) => answer(await listPublished(deps, asked)),
    publishedOne: async (asked) => answer(await readPublished(deps, asked)),
    publicFigures: async (asked) => answer(await readPublicFigures(deps, asked)),
    saveAttachment: async (asked) => answer(await saveAttachment(deps, asked)),
  }
}

type Sent = Pick<Parameters<PortalDeps['submit']>[0], 'government' | 'door' | 'with' | 'lang'> & {
  readonly idempotencyKey?: string | null
  readonly isTrial?: boolean
}

/** A letter at a door of a government; of a trial only what stands in its way. */
async function submitAt(
  deps: Deps,
  { government, door, with: stated, lang, ...how }: Sent,
): Promise<Answer<{ submitted: Submitted }>> {
  const office = await deps.offices.get(government)
  if (office === null) return { ok: false, problem: problemOf(failure(wordsOf(lang), 'government-unknown')) }
  const program = programAtDoor(office, door === '' ? null : door)
  if (program === null) return { ok: false, problem: problemOf(failure(wordsOf(lang), 'kind-unknown')) }
  const { idempotencyKey = null, isTrial = false } = how
  const asked = { office, actor: requester, regulation: program.regulation.id, with: stated, lang, idempotencyKey, isTrial }
  return answer(await submitMatter(deps, { ...asked, opener: byRequester }))
}

/** The same, once they have a password that nobody else knows. */
const asKnown = <T>(deps: Deps, asked: KnownAsked, next: (known: Known) => Promise<Outcome<T>>): Promise<Answer<T>> =>
  withKnown(deps, asked, async (known) =>
    known.mustChange ? { ok: false, failure: failure(wordsOf(asked.lang), 'password-due') } : next(known),
  )

/** Goes on as whoever holds the token; the session lasts as long as somebody uses it. */
async function withKnown<T>(deps: Deps, asked: KnownAsked, next: (known: Known) => Promise<Outcome<T>>): Promise<Answer<T>> {
  const found = await findKnown(deps, asked)
  if (!found.ok) return answer(found)
  await stayKnown(deps, found.known, asked.token)
  return answer(await next(found.known))
}

const answer = <T>(outcome: Outcome<T>): Answer<T> => (outcome.ok ? outcome : { ok: false, problem: problemOf(outcome.failure) })
