import type { Wrong } from '../administration/administer.js'
import { longestPassword, type PasswordFault, passwordFault, shortestPassword } from './password-rules.js'

/** What is wrong with a password somebody wants, as forms say it, all at once. `names`: of the person, the login, the government. */
export function passwordWrong(
  { password, again }: { readonly password: string; readonly again: string },
  names: readonly string[],
): readonly Wrong[] {
  const fault = passwordFault(password, names)
  const own = fault === null ? [] : [wrongBy[fault]]
  return password === again ? own : [...own, { field: 'again', code: 'password-differs' }]
}

const wrongBy: Readonly<Record<PasswordFault, Wrong>> = {
  short: { field: 'password', code: 'password', limit: shortestPassword },
  long: { field: 'password', code: 'too-long', limit: longestPassword },
  common: { field: 'password', code: 'password-common' },
  'own-name': { field: 'password', code: 'password-own-name' },
}
