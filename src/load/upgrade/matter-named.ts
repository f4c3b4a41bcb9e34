import { isScalar } from 'yaml'
import { matterDraft } from '../check/check-matter.js'
import { type Changes, nothing } from './changes.js'
import { entryIn, startOf } from './splice.js'

/** What a matter is called is said in the file that says the regulation's title: a guess by the title, for a person to look at. */
export function matterNamed(root: unknown): Changes {
  const [title, issuer] = [entryIn(root, 'title'), entryIn(root, 'issuer')]
  if (title === undefined || issuer === undefined || entryIn(root, 'matter') !== undefined) return nothing
  const written = isScalar(title.value) ? title.value : entryIn(title.value, 'zh')?.value
  const zh = isScalar(written) ? String(written.value) : ''
  const at = startOf(issuer.keyNode)
  return { splices: [{ from: at, to: at, text: `matter: ${matterDraft({ zh, en: '' })}\n` }], undecided: [] }
}
