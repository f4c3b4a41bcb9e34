import { commonPasswords } from './common-passwords.js'

export const shortestPassword = 10
export const longestPassword = 200
/** Fewer different letters are one key held down, or two in turn. */
const leastDifferent = 5

export type PasswordFault = 'short' | 'long' | 'common' | 'own-name'

/**
 * 密码规则. Long enough, none of those that everybody tries first, and nothing that a stranger reads on the page: name, login, government.
 * Nothing else is demanded: no signs, no figures, no change every month.
 */
export function passwordFault(password: string, names: readonly string[]): PasswordFault | null {
  const length = [...password].length
  if (length < shortestPassword) return 'short'
  if (length > longestPassword) return 'long'
  const plain = plainly(password)
  if (
    new Set(plain).size < leastDifferent ||
    commonPasswords.has(plain) ||
    commonPasswords.has(withoutTail(plain)) ||
    isRun(plain)
  )
    return 'common'
  return names.some((name) => isNamedBy(plain, plainly(name))) ? 'own-name' : null
}

const plainly = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s/g, '')

/** `password2026!` is `password`. */
const withoutTail = (plain: string): string => plain.replace(/[\d\p{P}\p{S}]+$/u, '')

/** Letters or figures in their order, or in the order of the keyboard, forwards or back. */
const runs = ['abcdefghijklmnopqrstuvwxyz', '01234567890123456789', 'qwertyuiopasdfghjklzxcvbnm', '1qaz2wsx3edc4rfv5tgb6yhn7ujm']
const isRun = (plain: string): boolean =>
  runs.some((run) => run.includes(plain) || run.includes([...plain].reverse().join('')) || `${run}${run}`.includes(plain))

/** What is left without the name must still be long enough to be one. */
const isNamedBy = (plain: string, name: string): boolean =>
  name.length >= 2 && plain.includes(name) && plain.replaceAll(name, '').replace(/[\d\p{P}\p{S}]+/gu, '').length < 6
