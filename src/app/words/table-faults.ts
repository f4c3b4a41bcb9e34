import type { Lang } from '../../contract/index.js'
import { listComma } from '../../core/index.js'

/** A sentence in each language of the screens. */
export type Said = Readonly<Record<Lang, string>>

const listed = (names: readonly string[], lang: Lang): string =>
  names
    .slice(0, 20)
    .map((name) => (lang === 'zh' ? `“${name}”` : `"${name}"`))
    .join(listComma[lang])

/** Why a file cannot be read as a table, and what to do. */
export const fileFaults = {
  empty: { zh: '文件是空的，没有可导入的内容。', en: 'The file is empty: there is nothing to import.' },
  oldWorkbook: {
    zh: '这是旧格式的工作簿（.xls、.et）。请用表格软件打开，另存为 .xlsx 或 CSV 后再导入。',
    en: 'This is a workbook of the old kind (.xls, .et). Open it in a spreadsheet, save it as .xlsx or CSV, and import that.',
  },
  locked: {
    zh: '这个工作簿设有密码。请取消密码，另存为 .xlsx 或 CSV 后再导入。',
    en: 'This workbook is locked with a password. Take the password off, save it as .xlsx or CSV, and import that.',
  },
  binaryWorkbook: {
    zh: '这是二进制工作簿（.xlsb）。请另存为 .xlsx 或 CSV 后再导入。',
    en: 'This is a binary workbook (.xlsb). Save it as .xlsx or CSV, and import that.',
  },
  otherWorkbook: {
    zh: '这是其他办公软件的表格（.ods、.numbers）。请另存为 .xlsx 或 CSV 后再导入。',
    en: 'This is a table of another office suite (.ods, .numbers). Save it as .xlsx or CSV, and import that.',
  },
  page: {
    zh: '这是一个网页，只是取名为表格（许多系统的“导出 Excel”就是这样）。请用表格软件打开，另存为 .xlsx 或 CSV 后再导入。',
    en: 'This is a web page that is only named like a table, as many systems export "Excel". Open it in a spreadsheet, save it as .xlsx or CSV, and import that.',
  },
  notATable: {
    zh: '文件的内容不是表格。可以导入的有：CSV、XLSX、每行一个对象的 JSONL。',
    en: 'The content of the file is no table. What can be imported: CSV, XLSX, JSONL with one object a line.',
  },
  unknownEncoding: {
    zh: '看不出文件用的是哪种文字编码。请另存为“CSV UTF-8”后再导入。',
    en: 'The encoding of the file cannot be told. Save it as "CSV UTF-8", and import that.',
  },
  jsonList: {
    zh: '文件是一整个 JSON，不是每行一个对象。请导出为 JSONL（每行一个对象），或 CSV。',
    en: 'The file is one JSON text, not one object a line. Export it as JSONL, one object a line, or as CSV.',
  },
  damaged: {
    zh: '工作簿已损坏或不完整，不能整个读出。请用表格软件打开，另存为 .xlsx 或 CSV 后再导入。',
    en: 'The workbook is damaged or not whole. Open it in a spreadsheet, save it as .xlsx or CSV, and import that.',
  },
  noRows: { zh: '文件里没有一行可以导入的内容。', en: 'The file holds no row to import.' },
  tooLarge: (megabytes: number): Said => ({
    zh: `文件超过 ${megabytes} MB。请分成几个文件导入。`,
    en: `The file is larger than ${megabytes} MB. Import it in several parts.`,
  }),
  unpacksTooLarge: (megabytes: number): Said => ({
    zh: `工作簿展开后超过 ${megabytes} MB，没有读取。请删去空行空列和图片，或分成几个文件，或另存为 CSV 后再导入。`,
    en: `Unpacked, the workbook is larger than ${megabytes} MB; it was not read. Take out empty rows, columns and pictures, split it, or save it as CSV.`,
  }),
  tooManyAtOnce: (most: number): Said => ({
    zh: `文件超过 ${most} 行。请分成几个文件导入，或请管理员用命令行导入。`,
    en: `The file has more than ${most} rows. Import it in several parts, or ask for the command line.`,
  }),
  tooManyRows: (most: number): Said => ({
    zh: `超过 ${most} 行。请分成几个文件导入。`,
    en: `More than ${most} rows. Import them in several parts.`,
  }),
  tooManyColumns: (most: number): Said => ({
    zh: `有一行超过 ${most} 列。请删去多余的列后再导入。`,
    en: `A row has more than ${most} columns. Take out what is not needed.`,
  }),
  noHeads: (row: number, cells: readonly string[]): Said => ({
    zh: `没有认出列名。最像列名的是第 ${row} 行：${listed(cells, 'zh')}。请写明哪一列是什么，或列名在第几行（命令行用 --map body=列名、--head 行号）。`,
    en: `No column was recognised. Row ${row} looks most like heads: ${listed(cells, 'en')}. Say which column holds what, or in which row the heads stand (on the command line: --map body=HEAD, --head ROW).`,
  }),
  noSuchHeadRow: (row: number): Said => ({
    zh: `第 ${row} 行没有内容，不能作列名。`,
    en: `Row ${row} is empty and cannot be the heads.`,
  }),
  noSuchSheet: (name: string, sheets: readonly string[]): Said => ({
    zh: `没有工作表“${name}”。有：${listed(sheets, 'zh')}。`,
    en: `There is no sheet "${name}". There are: ${listed(sheets, 'en')}.`,
  }),
  sameHead: (head: string, columns: readonly string[]): Said => ({
    zh: `列名“${head}”出现了不止一次，不知道用哪一列。请写明用哪一列（命令行用 --map body=${columns[0]}），或改掉其中一个列名。可选：${listed(columns, 'zh')}。`,
    en: `The head "${head}" stands more than once. Say which column is meant (on the command line: --map body=${columns[0]}), or rename one. There are: ${listed(columns, 'en')}.`,
  }),
  noSuchColumn: (column: string, columns: readonly string[]): Said => ({
    zh: `文件里没有“${column}”这一列。有：${listed(columns, 'zh')}。`,
    en: `There is no column "${column}". There are: ${listed(columns, 'en')}.`,
  }),
  noSuchKind: (kinds: readonly string[]): Said => ({
    zh:
      kinds.length === 0
        ? '这里没有可以从文件导入的事项种类。'
        : `没有这种事项，或者不由您导入。可以写：${listed(kinds, 'zh')}。`,
    en:
      kinds.length === 0
        ? 'No kind of matter here can be brought in from a file.'
        : `There is no such kind of matter, or it is not yours to bring in. Choose from: ${listed(kinds, 'en')}.`,
  }),
  nothingAccepts: {
    zh: '这部办法没有一个单单算受理的行为（meaning.marks.accepted），不能一并受理。请先导入，再逐件受理。',
    en: 'The regulation declares no act of the office that means accepted and no more (meaning.marks.accepted): import first, then accept each.',
  } satisfies Said,
  noSuchField: (field: string, fields: readonly string[]): Said => ({
    zh: `没有“${field}”这个字段。可以写：${fields.join('、')}。`,
    en: `There is no field "${field}". There are: ${fields.join(', ')}.`,
  }),
  columnMissing: (fields: readonly Said[], columns: readonly string[]): Said => ({
    zh: `没有认出${listed(
      fields.map(({ zh }) => zh),
      'zh',
    )}在哪一列。文件里有：${listed(columns, 'zh')}。请写明是哪一列，或统一填写一个值（命令行用 --map body=列名、--set）。`,
    en: `Which column holds ${listed(
      fields.map(({ en }) => en),
      'en',
    )} was not recognised. There are: ${listed(columns, 'en')}. Say which it is, or give one value for all (on the command line: --map body=HEAD, --set).`,
  }),
  noSuchMapping: (name: string, names: readonly string[]): Said => ({
    zh: names.length === 0 ? `没有保存过对应关系“${name}”。` : `没有保存过对应关系“${name}”。有：${listed(names, 'zh')}。`,
    en:
      names.length === 0
        ? `No mapping "${name}" was saved.`
        : `No mapping "${name}" was saved. There are: ${listed(names, 'en')}.`,
  }),
}

/** Why one row cannot be taken. */
export const rowFaults = {
  notJson: { zh: '这一行不是 JSON。', en: 'This row is not JSON.' },
  notAnObject: { zh: '这一行不是 JSON 对象。', en: 'This row is not a JSON object.' },
  badBytes: {
    zh: '这一行有读不出的字节，与文件其余部分的编码不一样。',
    en: 'This row holds bytes that cannot be read; the rest of the file is in another encoding.',
  },
  mixedEnds: {
    zh: '这一行里有另一种换行符，看不出是一行还是几行。',
    en: 'This row holds line ends of another kind: whether it is one row or several cannot be told.',
  },
  openQuote: (line: number): Said => ({
    zh: `文件第 ${line} 行有一个引号没有闭合，或引号后面还有文字。`,
    en: `On line ${line} of the file a quotation mark is not closed, or text follows the closing one.`,
  }),
  afterOpenQuote: (line: number): Said => ({
    zh: `看不出这一行是否属于文件第 ${line} 行没有闭合的引号。`,
    en: `Whether this row belongs to the quotation mark left open on line ${line} of the file cannot be told.`,
  }),
  moreCells: (cell: string): Said => ({
    zh: `这一行的格数比列名多：“${cell}”没有列名。`,
    en: `This row has more cells than there are heads: "${cell}" has none.`,
  }),
  cellError: (head: string, cell: string): Said => ({
    zh: `“${head}”是表格软件的出错值：${cell}。`,
    en: `"${head}" is an error of the spreadsheet: ${cell}.`,
  }),
  badTime: (head: string, cell: string): Said => ({
    zh: `“${head}”读不出时间：${cell}。可以写 2025-09-29 09:30。`,
    en: `"${head}" cannot be read as a time: ${cell}. Write it as 2025-09-29 09:30.`,
  }),
  otherWords: (id: string, number: string): Said => ({
    zh: `编号“${id}”已经导入过（${number}），但内容不一样：请核对编号，或换一个来源名称（命令行用 --source）。`,
    en: `Number "${id}" was imported before (${number}), with other words: check the number, or name another source (on the command line: --source).`,
  }),
  otherWordsInRow: (id: string, row: number): Said => ({
    zh: `编号“${id}”与第 ${row} 行相同，但内容不一样：请核对编号。`,
    en: `Number "${id}" is that of row ${row}, with other words: check the number.`,
  }),
}

/** What is told of rows and files that came in. */
export const notes = {
  roundedId: (id: string): Said => ({
    zh: `编号 ${id} 被表格软件改写过，没有当作编号；这一行按内容识别。`,
    en: `Number ${id} was rewritten by a spreadsheet and was not taken as a number; the row is known by its words.`,
  }),
  otherSheet: (name: string, rows: number): Said => ({
    zh: `工作表“${name}”有 ${rows} 行，没有读；要读请写明这个工作表（命令行用 --sheet）。`,
    en: `Sheet "${name}" with ${rows} rows was not read; name it to read it (on the command line: --sheet).`,
  }),
}
