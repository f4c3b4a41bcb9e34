import type { Office } from './office.js'

/** What everything of a rehearsal bears. */
export const rehearsalMark = '（演练）'

/** What an organ is called on paper: in a rehearsal nobody may take it for that of the real one. */
export const nameOnPaper = ({ isRehearsal }: Pick<Office, 'isRehearsal'>, name: string): string =>
  isRehearsal && !name.includes(rehearsalMark) ? `${name}${rehearsalMark}` : name
