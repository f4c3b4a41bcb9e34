import { readFile } from 'node:fs/promises'
import type { BulletinDigest } from '../../contract/index.js'
import { recordPrint } from '../administration/index.js'
import type { Deps, Viewer } from '../deps.js'
import { openFiller } from '../documents/filler.js'
import { inForm, type PaperFile } from '../documents/read-document.js'
import { dueMoment } from '../matter/view-parts.js'
import { nowOf } from '../now-of.js'
import type { Outcome } from '../outcome.js'
import { failed } from '../view-failure.js'
import { documentWords } from '../words/documents.js'
import { wordsOf } from '../words/index.js'
import { readDigest } from './digest.js'

/**
 * 通报摘要 on paper: the bulletins that were issued lately, as far as the viewer may read them, with their figures. In Chinese, as papers are; that it was
 * made stands in the log, as of a page that is printed.
 */
export async function digestSheet(deps: Deps, viewer: Viewer, form: 'docx' | 'pdf'): Promise<Outcome<{ file: PaperFile }>> {
  const { office, lang, asOf } = viewer
  if (form === 'pdf' && deps.toPdf === null) return failed(wordsOf(lang), 'no-pdf')
  const { bulletins } = await readDigest(deps, { ...viewer, lang: 'zh' })
  const at = dueMoment(asOf ?? nowOf(deps, office), office.calendar.zone).shown
  const [fill, template] = await Promise.all([openFiller(), readFile(deps.digestSheet)])
  await recordPrint(deps, viewer, `bulletins.${form}`)
  const rows = bulletins.length === 0 ? [{ 名称: documentWords.zh.none }] : bulletins.map(rowOf)
  const docx = fill(template, { 截至: at, 通报: rows })
  const name = documentWords.zh.digestName(at.slice(0, 10))
  return { ok: true, file: await inForm(deps, form, { name, docx }) }
}

/** By the names that the template uses. */
const rowOf = ({ name, number, spanName, issuedAt, figures, corrections }: BulletinDigest['bulletins'][number]) => ({
  ...{ 名称: [name, spanName].filter(Boolean).join('\n'), 文号: [number, issuedAt.shown].filter(Boolean).join('\n') },
  数字: figures.map((figure) => `${figure.name}：${figure.value}`).join('\n'),
  更正: documentWords.zh.corrected(corrections),
})
