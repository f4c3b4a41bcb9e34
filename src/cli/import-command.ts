import { existsSync } from 'node:fs'
import type { ImportPreview } from '../app/index.js'
import { appOf, type ImportFileAsked, type ImportFileReport } from './app-commands.js'
import { type Args, type Command, type Deps, UsageError } from './command.js'
import { government } from './government-option.js'

export const importCommand: Command = {
  name: 'import',
  summary: {
    zh: '从 CSV、XLSX、JSONL 或电子邮件（.eml、.mbox、文件夹）导入来件',
    en: 'Bring messages in from CSV, XLSX, JSONL or mails (.eml, .mbox, a folder)',
  },
  usage:
    'FILE [--government ID] [--map title=subject,…] [--set channel=other,…] [--preview] [--dry-run] [--accept] [--refused] …',
  options: {
    government,
    map: {
      type: 'string',
      value: 'field=column,…',
      text: {
        zh: '字段取自哪一列（source、time 为来源编号和时间）',
        en: 'which column holds what (source, time: id and time of the source)',
      },
    },
    set: {
      type: 'string',
      value: 'field=value,…',
      text: { zh: '文件里没有的字段统一填写', en: 'values for what the file does not hold' },
    },
    kind: {
      type: 'string',
      value: 'REGULATION',
      text: { zh: '作为哪一类事项导入；不写则为第一类', en: 'as which kind of matter; the first unless said' },
    },
    mapping: {
      type: 'string',
      value: 'NAME',
      text: { zh: '使用保存过的对应关系', en: 'use a mapping that was saved' },
    },
    'save-mapping': {
      type: 'string',
      value: 'NAME',
      text: {
        zh: '把这次的 --map、--set、--head、--sheet 以这个名称保存，供本地方以后使用',
        en: 'keep --map, --set, --head and --sheet of this time under a name, for this government',
      },
    },
    head: {
      type: 'string',
      value: 'ROW',
      text: { zh: '列名在第几行；不写则自动查找', en: 'in which row the heads stand; found unless said' },
    },
    sheet: {
      type: 'string',
      value: 'NAME',
      text: {
        zh: '读哪个工作表；不写则读第一个认得出列名的',
        en: 'which sheet to read; the first one with known heads unless said',
      },
    },
    preview: {
      type: 'boolean',
      text: {
        zh: '只看列名对应和前几行导入后的样子，不写入',
        en: 'only show the columns and the first rows as they would come in',
      },
    },
    source: {
      type: 'string',
      value: 'NAME',
      text: {
        zh: '来源名称，默认为文件名，邮件为 mail；同一来源的编号只导入一次',
        en: 'name of the source, the file name unless said, mail for mails; an id of one source comes in once',
      },
    },
    accept: { type: 'boolean', text: { zh: '逐件受理', en: 'accept each' } },
    'dry-run': { type: 'boolean', text: { zh: '只检查，不写入', en: 'only check, write nothing' } },
    refused: {
      type: 'boolean',
      text: {
        zh: '把不能导入的行写到 FILE.refused.csv（工作簿写到 FILE.refused.xlsx）',
        en: 'write refused rows to FILE.refused.csv, of a workbook to FILE.refused.xlsx',
      },
    },
    'leave-files': {
      type: 'boolean',
      text: {
        zh: '不再需要：邮件总是导入，不能收的附件会列出',
        en: 'no longer needed: a mail always comes in, and what is left of it is named',
      },
    },
    automatic: {
      type: 'boolean',
      text: {
        zh: '自动发出的邮件（自动回复、退信、群发）也导入；不写则列出，不导入',
        en: 'bring in mails that machines sent (replies of absence, bounces, lists) too; else they are named and left',
      },
    },
  },
  examples: [
    'import messages.jsonl --accept',
    'import ledger.xlsx --preview',
    'import old.csv --map title=subject,body=details --save-mapping 12345 --dry-run',
    'import october.xlsx --mapping 12345',
    'import mailbox.mbox --set channel=other,category=other',
  ],
  async run(args, deps) {
    const [file] = args.positionals
    if (file === undefined || args.positionals.length > 1) throw new UsageError({ zh: '请写明一个文件。', en: 'Name one file.' })
    if (!existsSync(file)) throw new UsageError({ zh: `没有这个文件：${file}`, en: `There is no such file: ${file}` })
    const asked: ImportFileAsked = {
      file,
      government: args.text('government'),
      source: args.text('source') ?? null,
      map: pairs(args, 'map'),
      set: pairs(args, 'set'),
      head: rowNumber(args),
      sheet: args.text('sheet') ?? null,
      kind: args.text('kind') ?? null,
      mapping: args.text('mapping') ?? null,
      saveAs: args.text('save-mapping') ?? null,
      isAccepting: args.flag('accept'),
      isTrial: args.flag('dry-run'),
      takesAutomatic: args.flag('automatic'),
      lang: args.lang,
    }
    if (args.flag('preview')) return preview(await appOf(deps).previewFile(asked), args, deps)
    const report = await (args.flag('refused') ? withRefused(file.replace(/[\\/]+$/, ''), asked, deps) : run(asked, deps))
    if (args.json) deps.out(JSON.stringify({ ...report, refused: report.refused.map(({ cells: _, ...noted }) => noted) }))
    else for (const line of summary(report, args)) deps.out(line)
    return report.refused.length === 0 ? 0 : 1
  },
}

function preview(found: ImportPreview, args: Args, { out }: Deps): number {
  const { lang } = args
  if (args.json) out(JSON.stringify(found))
  else {
    for (const line of tableLines(found, lang)) out(line)
    for (const { row, values, reason } of found.rows) {
      out(
        lang === 'zh'
          ? `第 ${row} 行${reason === null ? '' : `（不能导入：${reason}）`}`
          : `row ${row}${reason === null ? '' : ` (refused: ${reason})`}`,
      )
      for (const { name, value } of values) out(`  ${name}${lang === 'zh' ? '：' : ': '}${shortened(value)}`)
    }
    out(lang === 'zh' ? '以上是预览，没有写入。' : 'This was a preview: nothing was written.')
  }
  return found.rows.every(({ reason }) => reason === null) ? 0 : 1
}

const shortened = (text: string): string => {
  const characters = [...text.replace(/\s+/g, ' ')]
  return characters.length > 60 ? `${characters.slice(0, 60).join('')}…` : characters.join('')
}

type Table = Pick<ImportPreview, 'columns' | 'unused' | 'defaults' | 'headRow' | 'sheet' | 'fileNotes'>

/** Where the heads stand, which column became what, and what was left out. */
function tableLines({ columns, unused, defaults, headRow, sheet, fileNotes }: Table, lang: Args['lang']): readonly string[] {
  const comma = lang === 'zh' ? '，' : ', '
  const used = [
    ...Object.entries(columns).map(([field, column]) => `${field} ← ${column}`),
    ...Object.entries(defaults).map(([field, value]) => `${field} = ${value}`),
  ]
  const place = sheet === null ? '' : lang === 'zh' ? `工作表“${sheet}”，` : `sheet "${sheet}", `
  const lines = [used.join(comma)]
  if (headRow !== null) lines.push(lang === 'zh' ? `${place}列名在第 ${headRow} 行` : `${place}heads in row ${headRow}`)
  if (unused.length > 0) lines.push(`${lang === 'zh' ? '没有用到的列：' : 'columns left out: '}${unused.join(comma)}`)
  return [...lines, ...fileNotes]
}

function rowNumber(args: Args): number | null {
  const written = args.text('head')
  if (written === undefined) return null
  if (!/^[1-9]\d{0,5}$/.test(written))
    throw new UsageError({ zh: '--head 写第几行，例如 --head 2。', en: '--head takes the number of a row, as in --head 2.' })
  return Number(written)
}

/** `title=主题,body=内容` as a table. */
function pairs(args: Args, name: string): Readonly<Record<string, string>> {
  const written = args.text(name)
  if (written === undefined) return {}
  const found = written.split(',').map((pair) => /^\s*([^=]+?)\s*=\s*(.+?)\s*$/.exec(pair)?.slice(1) ?? [])
  if (found.some((pair) => pair.length !== 2)) {
    throw new UsageError({ zh: `--${name} 的写法：字段=值,字段=值`, en: `--${name} is written: field=value,field=value` })
  }
  const twice = found.map(([field = '']) => field).find((field, at, all) => all.indexOf(field) !== at)
  if (twice !== undefined) throw new UsageError({ zh: `--${name} 里“${twice}”写了两次。`, en: `--${name} names ${twice} twice.` })
  return Object.fromEntries(found.map(([field = '', value = '']) => [field, value]))
}

function summary(report: ImportFileReport, args: Args): readonly string[] {
  const { read, imported, known, refused, automatic, left, notes } = report
  const { lang } = args
  const isTrial = args.flag('dry-run')
  return [
    ...tableLines(report, lang),
    ...refused.map((noted) => notedLine(noted, lang)),
    ...left.map(
      (noted) => `${notedLine(noted, lang)} ${lang === 'zh' ? '（没有收，邮件已导入）' : '(left; the mail was imported)'}`,
    ),
    ...[...notes, ...automatic].map((noted) => notedLine(noted, lang)),
    lang === 'zh'
      ? `读 ${read} 行，${isTrial ? '可以导入' : '导入'} ${imported} 件，已有 ${known} 件，${automatic.length === 0 ? '' : `自动邮件 ${automatic.length} 件，`}不能导入 ${refused.length} 行。`
      : `${read} rows, ${imported} ${isTrial ? 'could be imported' : 'imported'}, ${known} known, ${automatic.length === 0 ? '' : `${automatic.length} automatic, `}${refused.length} refused.`,
  ]
}

type RefusedRow = ImportFileReport['refused'][number]
type NotedRow = Omit<RefusedRow, 'cells'>

function notedLine({ row, place, reason }: NotedRow, lang: Args['lang']): string {
  if (place !== undefined) return lang === 'zh' ? `${place}：${reason}` : `${place}: ${reason}`
  return lang === 'zh' ? `第 ${row} 行：${reason}` : `row ${row}: ${reason}`
}

const run = (asked: ImportFileAsked, deps: Deps): Promise<ImportFileReport> =>
  appOf(deps).importFile(asked, (done) => {
    if (done % 200 === 0) deps.error(asked.lang === 'zh' ? `已读 ${done} 行` : `${done} rows read`)
  })

/** What is refused lies beside, as the table that was brought in. Loaded when it is needed: other commands start without the app. */
async function withRefused(file: string, asked: ImportFileAsked, deps: Deps): Promise<ImportFileReport> {
  const { refusedRowsIn, withFolderAside } = await import('../app/index.js')
  return withFolderAside(async (folder) => {
    const rows = refusedRowsIn(folder)
    const report = await run({ ...asked, onRefused: rows.add }, deps)
    if (report.refused.length > 0) await rows.write(`${file}.refused`, { kind: report.kind, lang: asked.lang })
    return report
  })
}
