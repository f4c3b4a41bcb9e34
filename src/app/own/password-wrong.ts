import type { Wrong } from '../administration/administer.js'
import { longestPassword, passwordFault, shortestPassword } from './password-rules.js'

/** What is wrong with a password somebody wants, as forms say it. `names`: of the person, the login, the government. */
export function passwordWrong(
  typed: { readonly password: string; readonly again: string },
  names: readonly string[],
): readonly Wrong[] {
  switch (passwordFault(typed, names)) {
    case null:
      return []
    case 'short':
      return [{ field: 'password', code: 'password', limit: shortestPassword }]
    case 'long':
      return [{ field: 'password', code: 'too-long', limit: longestPassword }]
    case 'differs':
      return [{ field: 'again', code: 'password-differs' }]
    case 'common':
      return [{ field: 'password', code: 'password-common' }]
    case 'own-name':
      return [{ field: 'password', code: 'password-own-name' }]
  }
}
