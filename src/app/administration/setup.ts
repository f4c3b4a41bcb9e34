import { randomBytes, randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { FieldProblemView, Lang } from '../../contract/index.js'
import { keptLogin, keptName } from '../../core/index.js'
import type { Deps } from '../deps.js'
import type { Failure, Outcome } from '../outcome.js'
import { passwordWrong } from '../own/password-wrong.js'
import { markProjected } from '../records/reproject.js'
import { failed } from '../view-failure.js'
import { wordsOf } from '../words/index.js'
import { wrongly } from './administer.js'

/** A link for the first administrator, while there is no account at all; null where there is one. */
export async function firstLink(deps: Deps): Promise<string | null> {
  if (await deps.store.hasAnyAccount()) return null
  const token = randomBytes(24).toString('base64url')
  await deps.store.createSetupLink(token, deps.now())
  return `/setup/${token}`
}

/** Why a link does not open the first set-up; null where it does. Once anybody can sign in, it is worth nothing, used or not. */
export async function linkShut(deps: Deps, token: string, lang: Lang): Promise<Failure | null> {
  const isOpen = (await deps.store.isSetupLink(token)) && !(await deps.store.hasAnyAccount())
  return isOpen ? null : failed(wordsOf(lang), 'link-used').failure
}

/** First words of addresses that mean something else. */
const taken: ReadonlySet<string> = new Set([
  'api',
  'workbench',
  'setup',
  'track',
  'portal-assets',
  'healthz',
  'readyz',
  'metrics',
])

/** Whether an address can begin with it: `/{id}`. */
export const isAddress = (id: string): boolean => /^[a-z0-9-]{1,64}$/.test(id) && !taken.has(id)

const line = z.string().transform(keptName).pipe(z.string().min(1).max(60))

export const setupShape = z.object({
  government: z.string().transform(keptLogin).refine(isAddress),
  name: line,
  /** Chinese input methods leave figures in full width. */
  numberPrefix: z
    .string()
    .transform((typed) => Number(typed.normalize('NFKC').trim()))
    .pipe(z.number().int().min(10).max(99)),
  /** `id@version`. */
  regulation: z.string(),
  login: z.string().transform(keptLogin).pipe(z.string().min(1).max(60)),
  personName: line,
  password: z.string().max(500),
  again: z.string().max(500),
})

type SetupField = keyof z.infer<typeof setupShape>
/** In the order of the form. */
const setupFields: readonly SetupField[] = [
  ...(['name', 'government', 'numberPrefix', 'regulation', 'personName', 'login', 'password', 'again'] as const),
]

/** What to do about each field of the form that cannot be taken. */
export type WrongWords = Readonly<Record<SetupField | 'taken', string>>

/** Everything that is wrong with the form, in its order, so that it is mended at once. */
function problemsIn(deps: Deps, { form, words, lang }: { form: unknown; words: WrongWords; lang: Lang }): FieldProblemView[] {
  const read = setupShape.safeParse(form)
  const problem = (field: SetupField, code: string, sentence: string): FieldProblemView => ({
    ...{ field, name: field, code, limit: null, sentence },
  })
  const typed = loosely.parse(form ?? {})
  const isTaken = taken.has(typed.government)
  const isKnown = deps.library.find(...versionIn(typed.regulation)) !== null
  const wrong = passwordWrong(typed, [typed.login, typed.personName, typed.name, typed.government])
  const failure = wrong.length === 0 ? null : wrongly(lang, wrong).failure
  const fields = new Set(read.error?.issues.map(({ path }) => String(path[0])))
  if (!isKnown) fields.add('regulation')
  return [
    ...setupFields
      .filter((field) => fields.has(field))
      .map((field) => problem(field, 'invalid', field === 'government' && isTaken ? words.taken : words[field])),
    ...(failure?.problems ?? []).filter(({ field }) => !fields.has(field)),
  ]
}

const versionIn = (regulation: string): readonly [string, string] => {
  const [id = '', version = ''] = regulation.split('@')
  return [id, version]
}

const typedText = z.string().catch('')
const loosely = z.object({
  government: typedText,
  name: typedText,
  regulation: typedText,
  login: typedText,
  personName: typedText,
  password: typedText,
  again: typedText,
})

/** Creates the first government and its administrator. The link serves once, and is not used up by what failed. */
export async function setUp(
  deps: Deps,
  asked: { token: string; form: unknown; words: WrongWords; lang: Lang },
): Promise<Outcome<{ government: string }>> {
  const words = wordsOf(asked.lang)
  // Before anything is said about the form: nobody mends one that no link will take.
  const shut = await linkShut(deps, asked.token, asked.lang)
  if (shut !== null) return { ok: false, failure: shut }
  const problems = problemsIn(deps, asked)
  if (problems.length > 0) return failed(words, 'invalid', { problems })
  const { government, name, numberPrefix, login, personName, password, regulation } = setupShape.parse(asked.form)
  const [id, version] = versionIn(regulation)
  const passwordHash = await deps.passwords.hash(password)
  const isDone = await deps.store.setUp({
    ...{ token: asked.token, at: deps.now() },
    government: { government, name, numberPrefix, regulation: id, regulationVersion: version, settings: {} },
    account: {
      ...{ account: randomUUID(), login, name: personName, passwordHash, isAdmin: true, isDisabled: false },
      // Who administers acts in no office: others are given its roles, and links to set their own passwords.
      roles: [],
    },
  })
  if (!isDone) return failed(words, 'link-used')
  deps.offices.forget()
  await markProjected(deps, government)
  return { ok: true, government }
}
