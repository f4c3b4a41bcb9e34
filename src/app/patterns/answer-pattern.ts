import { dayText } from '../../core/index.js'
import { patternIds } from '../../store/index.js'
import type { Deps, Viewer } from '../deps.js'
import { nowOf } from '../now-of.js'
import type { Outcome } from '../outcome.js'
import { ownUnit } from '../statistics/statistics-asked.js'
import { failed } from '../view-failure.js'
import { wordsOf } from '../words/index.js'
import { patternWords } from '../words/patterns.js'
import { monthAsked } from './read-patterns.js'

const longest = 2000

/** A unit says how something conspicuous came about. What was said stays; more may be said later. */
export async function answerPattern(
  deps: Deps,
  viewer: Viewer,
  asked: { readonly month: string; readonly pattern: string; readonly answer: string },
): Promise<Outcome<object>> {
  const { office, lang, account } = viewer
  const words = wordsOf(lang)
  const unit = ownUnit(viewer)
  if (unit === null) return failed(words, 'wrong-role')
  if (!office.settings.tellsPatterns) return failed(words, 'invalid', { detail: patternWords[lang].off })
  const now = nowOf(deps, office)
  const first = monthAsked(viewer, asked.month, now)
  if (first === null) return failed(words, 'invalid', { detail: patternWords[lang].badMonth })
  if (!patternIds.some((id) => id === asked.pattern)) return failed(words, 'not-found')
  const answer = asked.answer.trim()
  if (answer === '' || answer.length > longest) return failed(words, 'invalid', { detail: patternWords[lang].noAnswer })
  const month = dayText(first).slice(0, 7)
  await deps.store.patterns.answerPattern(office.id, { unit, pattern: asked.pattern, month, answer, account, at: now })
  return { ok: true }
}
