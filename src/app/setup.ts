import { randomBytes, randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Lang } from '../contract/index.js'
import { wrongly } from './administration/administer.js'
import type { Deps } from './deps.js'
import type { Outcome } from './outcome.js'
import { passwordWrong } from './own/password-wrong.js'
import { markProjected } from './reproject.js'
import { failed } from './view-failure.js'
import { wordsOf } from './words/index.js'

/** A link for the first administrator, while there is no account at all; null where there is one. */
export async function firstLink(deps: Deps): Promise<string | null> {
  if (await deps.store.hasAnyAccount()) return null
  const token = randomBytes(24).toString('base64url')
  await deps.store.createSetupLink(token, deps.now())
  return `/setup/${token}`
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

export const setupShape = z.object({
  government: z
    .string()
    .regex(/^[a-z0-9-]{1,64}$/)
    .refine((id) => !taken.has(id)),
  name: z.string().trim().min(1).max(60),
  numberPrefix: z.coerce.number().int().min(10).max(99),
  /** `id@version`. */
  regulation: z.string(),
  login: z.string().trim().min(1).max(60),
  personName: z.string().trim().min(1).max(60),
  password: z.string().max(500),
  again: z.string().max(500),
})

/** Creates the first government and its administrator. The link serves once, and is not used up by what failed. */
export async function setUp(
  deps: Deps,
  asked: { token: string; form: unknown; lang: Lang },
): Promise<Outcome<{ government: string }>> {
  const words = wordsOf(asked.lang)
  const form = setupShape.safeParse(asked.form)
  if (!form.success) return failed(words, 'invalid', { detail: form.error.issues.map(({ path }) => path.join('.')).join(', ') })
  const { government, name, numberPrefix, login, personName, password, again } = form.data
  const [id = '', version = ''] = form.data.regulation.split('@')
  const regulation = deps.library.find(id, version)
  if (regulation === null) return failed(words, 'invalid', { detail: 'regulation' })
  const wrong = passwordWrong({ password, again }, [login, personName, name, government])
  if (wrong.length > 0) return wrongly(asked.lang, wrong)
  const passwordHash = await deps.passwords.hash(password)
  // Once anybody can sign in, the link is worth nothing, used or not.
  if (await deps.store.hasAnyAccount()) return failed(words, 'link-used')
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
