import type { Given, Program, Refusal } from '../../core/index.js'
import { becauseSentence, sayBecause, sayForAuthor, sayRules } from '../../load/index.js'
import { sayingFor } from '../saying-for.js'
import type { Showing } from '../showing.js'

/** For each duty, what is said of it under the rules that are tried and not under the real ones; of a duty whose rule stays, what is new elsewhere. */
export function sayingsTried(showing: Showing, changed: Program): (duty: string) => readonly string[] {
  const real = new Set(sayRules(sayingFor(showing)).flatMap(({ id, says }) => says.map((text) => `${id} ${text}`)))
  const colon = showing.lang === 'zh' ? '：' : ': '
  const tried = sayRules(sayingFor({ ...showing, program: changed })).flatMap(({ id, name, duties, says }) =>
    says.filter((text) => !real.has(`${id} ${text}`)).map((text) => ({ duties, text: `${name}${colon}${text}` })),
  )
  return (duty) => {
    const own = tried.filter(({ duties }) => duties.includes(duty))
    return (own.length > 0 ? own : tried).slice(0, 3).map(({ text }) => text)
  }
}

/** Why an extension that was granted would not have been. */
export const refusalTried = (showing: Showing, { calendar }: Given, refusal: Refusal): string => {
  const saying = sayingFor(showing)
  return becauseSentence(saying, sayBecause(saying, refusal.because, sayForAuthor('', calendar.zone)))
}
