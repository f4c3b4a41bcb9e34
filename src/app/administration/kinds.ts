import type { KindRequest } from '../../contract/index.js'
import type { Regulation } from '../../core/index.js'
import type { Deps } from '../deps.js'
import type { SignedIn } from '../entry/signed-in.js'
import type { Office } from '../office.js'
import type { Wrong } from './administer.js'
import { rolesDiffer, type Text, type TextChange, textByMachine, textByTwo } from './text-by-two.js'

/**
 * 增办一类事项. From now on the office handles matters under this regulation too, at the same desk and with the same people. It is not
 * taken back: matters that began under it run on. So it takes two administrators who ask for the same.
 */
const takingUp: TextChange = {
  wrong: kindWrong,
  waits: 'kindAsked',
  asked: 'kind-asked',
  done: 'kind-taken-up',
  detail: () => ({}),
  change: (_office, { kinds }, text) => ({ settings: { kinds: [...kinds, text], kindAsked: null } }),
}

export const takeUpKind = (deps: Deps, admin: SignedIn, asked: KindRequest) => textByTwo(deps, admin, asked, takingUp)

export const takeUpKindFor = (deps: Deps, office: Office, text: Text) => textByMachine(deps, office, text, takingUp)

type Programs = Pick<Office, 'programs' | 'roles'>

/** Regulations that could be taken up: none that is handled already, and none that means something else by a role. */
export const kindsOffered = ({ library }: Pick<Deps, 'library'>, office: Programs): readonly Regulation[] =>
  [...library.regulations.values()].flat().filter((each) => kindWrong(office, each) === null)

function kindWrong({ programs, roles }: Programs, found: Regulation | null): Wrong | null {
  if (found === null || programs.some(({ regulation }) => regulation.id === found.id))
    return { field: 'regulation', code: 'not-an-option' }
  return rolesDiffer({ roles }, found) ? { field: 'regulation', code: 'roles-differ' } : null
}
