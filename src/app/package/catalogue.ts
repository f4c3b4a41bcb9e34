import type { MatterView, TrackView } from '../../contract/index.js'
import { derive, type Given, retentionOf } from '../../core/index.js'
import { moment } from '../matter/view-parts.js'
import { termOf } from '../retention/index.js'
import type { Showing } from '../showing.js'
import { csvLine } from '../tables/spreadsheet-cell.js'
import { catalogueNames, pieceLevel } from '../words/package.js'
import { retentionWords } from '../words/retention.js'

/** 著录. What the catalogue says of a matter, by the names of DA/T 46-2009; what the platform does not know is left to the archive. */
export type CatalogueLine = Readonly<Partial<Record<keyof typeof catalogueNames, string>>> &
  Readonly<Record<'matterNumber' | 'title' | 'datedOn', string>>

type Described = { readonly number: string; readonly view: MatterView | TrackView; readonly files: number }

/** A line of the catalogue; its words are Chinese, as the archive's own are. */
export function catalogueLine(showing: Showing, given: Given, { number, view, files }: Described): CatalogueLine {
  const { zone } = given.calendar
  const ended = derive(given).marks.findLast(({ mark }) => mark === 'concluded')
  const { title, version, id } = given.program.regulation
  const term = termOf(showing.office, id, retentionOf(given))
  const office = showing.office.government.name
  return {
    level: pieceLevel,
    fonds: office,
    fileId: `${showing.office.id}/${number}`,
    title: view.title,
    author: office,
    matterNumber: number,
    datedOn: view.receivedAt.shown.slice(0, 10),
    concludedOn: ended === undefined ? '' : moment(ended.at, zone).shown.slice(0, 10),
    category: view.category?.name ?? '',
    keptFor: term === null ? '' : retentionWords.zh.term(term),
    files: String(files),
    basis: `${title.zh} ${version}`,
    format: 'HTML; JSON',
    digest: 'SM3',
    place: `matters/${number}/`,
  }
}

const columns = Object.keys(catalogueNames) as readonly (keyof typeof catalogueNames)[]

/** With the mark by which a spreadsheet knows UTF-8. */
export const catalogue = (lines: readonly CatalogueLine[]): Uint8Array =>
  Buffer.from(
    `\ufeff${csvLine(Object.values(catalogueNames))}${lines.map((line) => csvLine(columns.map((each) => line[each] ?? ''))).join('')}`,
  )
