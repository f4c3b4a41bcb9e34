import { readFile } from 'node:fs/promises'
import type { DocumentListView, MatterView } from '../../contract/index.js'
import { clausesShown, instant } from '../../core/index.js'
import { recordPrint } from '../administration/index.js'
import { openedFor } from '../as-of.js'
import type { Deps, Viewer } from '../deps.js'
import { dueMoment } from '../matter/view-parts.js'
import { viewIn } from '../matter/whole-view.js'
import type { Outcome } from '../outcome.js'
import { failed } from '../view-failure.js'
import { documentWords } from '../words/documents.js'
import { wordsOf } from '../words/index.js'
import { packageWords } from '../words/package.js'
import { openFiller, type PaperValues } from './filler.js'
import { listDocuments } from './list-documents.js'
import { inForm, type PaperFile } from './read-document.js'

export type SheetAsked = { readonly matter: number; readonly form: 'docx' | 'pdf' }

/**
 * 事项办理情况. A matter on paper as its viewer sees it, as it stands or as it stood: its head, what was stated, who has it, what is owed and until
 * when, what happened, its papers. In Chinese, as papers are; that it was made stands in the log, as of a page that is printed.
 */
export async function matterSheet(
  deps: Deps,
  viewer: Viewer,
  { matter, form }: SheetAsked,
): Promise<Outcome<{ file: PaperFile }>> {
  const { office, lang } = viewer
  const words = wordsOf(lang)
  if (form === 'pdf' && deps.toPdf === null) return failed(words, 'no-pdf')
  const opened = await openedFor(deps, viewer, matter)
  if (opened === null) return failed(words, 'not-found')
  const seen = await viewIn(deps, viewer, opened, 'zh')
  const listed = await listDocuments(deps, { ...viewer, lang: 'zh' }, matter)
  if (seen.kind !== 'staff' || !listed.ok) return failed(words, 'not-found')
  const asOf = dueMoment(instant(opened.given.now), office.calendar.zone).shown
  const [fill, template] = await Promise.all([openFiller(), readFile(deps.matterSheet)])
  await recordPrint(deps, viewer, `matters/${matter}.${form}`)
  const docx = fill(template, sheetValues(seen.view, listed.documents, asOf))
  const name = documentWords.zh.sheetName(seen.view.number)
  return { ok: true, file: await inForm(deps, form, { name, docx }) }
}

type Stated = readonly { readonly name: string; readonly value: string }[]

const inLines = (stated: Stated): string =>
  stated
    .filter(({ value }) => value !== '')
    .map(({ name, value }) => `${name}：${value}`)
    .join('\n')

type Rows = readonly Readonly<Record<string, string>>[]

/** A table without rows says so. */
const orNone = (rows: Rows, column: string): Rows => (rows.length === 0 ? [{ [column]: documentWords.zh.none }] : rows)

/** By the names that the template uses. */
function sheetValues(view: MatterView, { rows }: DocumentListView, asOf: string): PaperValues {
  const shown = view.fields.filter(({ value, isIdentity }) => value !== '' && !isIdentity)
  const stated = shown.map(({ name, value }) => ({ 栏目: name, 写明: value }))
  const files = [
    ...view.attachments.map(({ name }) => ({ 名称: name, 所在阶段: '' })),
    ...rows.map(({ kind, number, status }) => ({ 名称: `${kind.name}${number}`, 所在阶段: documentWords.zh.status[status] })),
  ]
  return {
    ...{ 截至: asOf, 编号: view.number, 收到时间: view.receivedAt.shown, 事由: view.title },
    ...{ 依据: view.regulation.title, 状态: view.stage.name, 类别: view.category?.name ?? '' },
    内容: orNone(stated, '栏目'),
    承办: orNone(view.assignments.map(shareRow), '方式'),
    分项: orNone(view.items.map(itemRow), '名称'),
    义务: orNone(view.duties.map(dutyRow), '名称'),
    经过: orNone(view.timeline.map(entryRow), '时间'),
    文件: orNone(files, '名称'),
  }
}

const shareRow = ({ partName, unitName, stage, since, endedAt }: MatterView['assignments'][number]) => ({
  ...{ 方式: partName, 单位: unitName, 所在阶段: stage.name, 起: since.shown, 止: endedAt?.shown ?? '' },
})

const itemRow = ({ kind, name, stage, stated }: MatterView['items'][number]) => ({
  ...{ 名称: `${kind.name}：${name}`, 所在阶段: stage.name, 写明: inLines(stated) },
})

const dutyRow = ({ name, itemName, holder, status, dueAt, clauses }: MatterView['duties'][number]) => ({
  ...{ 名称: [itemName, name].filter(Boolean).join(' · '), 承办方: holder.unitName ?? holder.roleName },
  ...{ 所在阶段: packageWords('zh').status[status], 到期: dueAt?.shown ?? '' },
  条款: clausesShown(clauses, 'zh').join('、'),
})

const entryRow = ({ at, name, itemName, by, stated }: MatterView['timeline'][number]) => ({
  ...{ 时间: at.shown, 名称: [name, itemName].filter(Boolean).join('\n'), 写明: inLines(stated) },
  办理者: [by.unitName ?? by.roleName, by.person].filter(Boolean).join(' '),
})
