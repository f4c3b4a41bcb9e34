import type { MatterView, TrackView } from '../../contract/index.js'
import { derive, type Given } from '../../core/index.js'
import type { Showing } from '../showing.js'
import { csvLine } from '../tables/spreadsheet-cell.js'
import { moment } from '../view-parts.js'

/** 文书类电子文件元数据 (DA/T 46-2009), by its own names; what the platform does not know stands empty, for the archive to fill in. */
const heads = [
  ...(['聚合层次', '立档单位名称', '全宗号', '档号', '电子文件号', '题名', '责任者', '文件编号', '日期', '办结日期'] as const),
  ...(['文种', '分类', '密级', '保管期限', '页数', '附件数', '依据', '格式', '数字摘要算法', '存储位置'] as const),
] as const
export type CatalogueLine = Readonly<Partial<Record<(typeof heads)[number], string>>> & {
  readonly 文件编号: string
  readonly 题名: string
}

type Described = { readonly number: string; readonly view: MatterView | TrackView; readonly files: number }

/** 著录. A line of the catalogue; the words are Chinese, as the archive's own are. */
export function catalogueLine(showing: Showing, given: Given, { number, view, files }: Described): CatalogueLine {
  const { zone } = given.calendar
  const ended = derive(given).marks.findLast(({ mark }) => mark === 'concluded')
  const office = showing.office.government.name
  return {
    聚合层次: '件',
    立档单位名称: office,
    电子文件号: `${showing.office.id}/${number}`,
    题名: view.title,
    责任者: office,
    文件编号: number,
    日期: view.receivedAt.shown.slice(0, 10),
    办结日期: ended === undefined ? '' : moment(ended.at, zone).shown.slice(0, 10),
    分类: view.category?.name ?? '',
    附件数: String(files),
    依据: `${given.program.regulation.title.zh} ${given.program.regulation.version}`,
    格式: 'HTML; JSON',
    数字摘要算法: 'SM3',
    存储位置: `matters/${number}/`,
  }
}

/** With the mark by which a spreadsheet knows UTF-8. */
export const catalogue = (lines: readonly CatalogueLine[]): Uint8Array =>
  Buffer.from(`\ufeff${[csvLine(heads), ...lines.map((line) => csvLine(heads.map((head) => line[head] ?? '')))].join('')}`)
