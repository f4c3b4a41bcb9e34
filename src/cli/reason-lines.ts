import { problemSaid, wordsOf } from '../app/index.js'
import { type Because, dueText, nameOfAct, type Refusal, type Regulation, type Zone } from '../core/index.js'
import { sayBecause, sayForAuthor, sayingOf } from '../load/index.js'
import type { Lang } from './command.js'

type Of = { readonly regulation: Regulation; readonly lang: Lang; readonly zone: Zone; readonly act?: string | undefined }

/** What stood in the way, a line for each. Whoever writes a regulation is told everything. */
export const reasonLines = (because: readonly Because[], { regulation, lang, zone, act = '' }: Of): readonly string[] =>
  sayBecause(sayingOf(regulation, lang), because, sayForAuthor(act, zone)).map(({ says }) => `    · ${says}`)

/** A refusal in words: what it is, each field that is wrong, and what stood in the way. */
export function refusalLines(refusal: Refusal, of: Of & { readonly stage: string }): readonly string[] {
  const { regulation, lang, zone, act = '', stage } = of
  const words = wordsOf(lang)
  const nameOf = (id: string): string => (id === 'item' ? words.item : (regulation.fields[id]?.name[lang] ?? id))
  const sentence = words.refusals[refusal.code]({
    act: nameOfAct(regulation, act)?.[lang] ?? act,
    stage,
    missing: refusal.missing.map(nameOf),
    until: refusal.until === null ? null : dueText(refusal.until, zone),
    isForbiddenByName: true,
    // Each reason has a line of its own.
    because: '',
  })
  // What is not filled in stands in the sentence.
  const others = refusal.problems.filter(({ code }) => code !== 'missing' || refusal.code !== 'missing')
  const wrong = others.map(({ field, code, limit, bound, within }) => {
    const own = nameOf(field)
    const type = regulation.fields[field]?.type ?? 'text'
    const name = within === undefined ? own : words.ofItem(within.row + 1, own)
    return problemSaid(words, { code, name, limit, type, ...(bound === undefined ? {} : { bound }) })
  })
  return [...new Set([sentence, ...wrong])].map((each) => `    ${each}`).concat(reasonLines(refusal.because, of))
}
