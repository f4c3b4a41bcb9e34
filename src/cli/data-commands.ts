import { createWriteStream, existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { finished } from 'node:stream/promises'
import { appOf, type ImportFileReport, type NotedRow, type RefusedRow } from './app-commands.js'
import { type Args, type Command, UsageError } from './command.js'

const government = {
  type: 'string',
  value: 'ID',
  text: { zh: '哪个地方；只有一个时可以不写', en: 'which government; not needed where there is one' },
} as const

export const importCommand: Command = {
  name: 'import',
  summary: {
    zh: '从 CSV、XLSX、JSONL 或电子邮件（.eml、.mbox、文件夹）导入来件',
    en: 'Bring messages in from CSV, XLSX, JSONL or mails (.eml, .mbox, a folder)',
  },
  usage:
    'FILE [--government ID] [--map title=subject,…] [--set channel=other,…] [--accept] [--dry-run] [--refused] [--leave-files]',
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
      text: { zh: '把不能导入的行写到 FILE.refused.csv', en: 'write refused rows to FILE.refused.csv' },
    },
    'leave-files': {
      type: 'boolean',
      text: {
        zh: '邮件里不能收的附件不收，邮件照样导入；不写则整封不导入',
        en: 'bring a mail in without files that cannot be kept; unless said, it is refused',
      },
    },
  },
  examples: [
    'import messages.jsonl --accept',
    'import old.csv --map title=subject,body=details --dry-run',
    'import mailbox.mbox --set channel=other,category=other',
  ],
  async run(args, deps) {
    const [file] = args.positionals
    if (file === undefined || args.positionals.length > 1) throw new UsageError({ zh: '请写明一个文件。', en: 'Name one file.' })
    if (!existsSync(file)) throw new UsageError({ zh: `没有这个文件：${file}`, en: `There is no such file: ${file}` })
    const asked = {
      file,
      government: args.text('government'),
      source: args.text('source'),
      map: pairs(args, 'map'),
      set: pairs(args, 'set'),
      isAccepting: args.flag('accept'),
      isTrial: args.flag('dry-run'),
      leavesFiles: args.flag('leave-files'),
      lang: args.lang,
    }
    const report = await appOf(deps).importFile(asked, (done) => {
      if (done % 200 === 0) deps.error(args.lang === 'zh' ? `已读 ${done} 行` : `${done} rows read`)
    })
    if (args.flag('refused') && report.refused.length > 0)
      await writeFile(`${file.replace(/[\\/]+$/, '')}.refused.csv`, refusedCsv(report.refused))
    if (args.json) deps.out(JSON.stringify({ ...report, refused: report.refused.map(({ cells: _, ...noted }) => noted) }))
    else for (const line of summary(report, args)) deps.out(line)
    return report.refused.length === 0 ? 0 : 1
  },
}

/** `title=主题,body=内容` as a table. */
function pairs(args: Args, name: string): Readonly<Record<string, string>> {
  const written = args.text(name)
  if (written === undefined) return {}
  const found = written.split(',').map((pair) => pair.split('='))
  if (found.some((pair) => pair.length !== 2 || pair.some((part) => part.trim() === ''))) {
    throw new UsageError({ zh: `--${name} 的写法：字段=值,字段=值`, en: `--${name} is written: field=value,field=value` })
  }
  return Object.fromEntries(found.map(([field = '', value = '']) => [field.trim(), value.trim()]))
}

function summary(
  { read, imported, known, refused, left, columns, defaults }: ImportFileReport,
  { lang, ...args }: Args,
): readonly string[] {
  const isTrial = args.flag('dry-run')
  const used = [
    ...Object.entries(columns).map(([field, column]) => `${field} ← ${column}`),
    ...Object.entries(defaults).map(([field, value]) => `${field} = ${value}`),
  ]
  const lines = [used.join(lang === 'zh' ? '，' : ', ')]
  for (const noted of refused) lines.push(notedLine(noted, lang))
  for (const noted of left)
    lines.push(`${notedLine(noted, lang)} ${lang === 'zh' ? '（附件未收，邮件已导入）' : '(file left, mail imported)'}`)
  lines.push(
    lang === 'zh'
      ? `读 ${read} 行，${isTrial ? '可以导入' : '导入'} ${imported} 件，已有 ${known} 件，不能导入 ${refused.length} 行。`
      : `${read} rows, ${imported} ${isTrial ? 'could be imported' : 'imported'}, ${known} known, ${refused.length} refused.`,
  )
  return lines
}

function notedLine({ row, place, reason }: NotedRow, lang: Args['lang']): string {
  if (place !== undefined) return lang === 'zh' ? `${place}：${reason}` : `${place}: ${reason}`
  return lang === 'zh' ? `第 ${row} 行：${reason}` : `row ${row}: ${reason}`
}

function refusedCsv(rows: readonly RefusedRow[]): string {
  const columns = [...new Set(rows.flatMap(({ cells }) => Object.keys(cells)))]
  const line = (cells: readonly string[]) => cells.map((cell) => `"${guard(cell).replaceAll('"', '""')}"`).join(',')
  const lines = rows.map(({ row, place, reason, cells }) =>
    line([place ?? String(row), reason, ...columns.map((column) => cells[column] ?? '')]),
  )
  return `\uFEFF${[line(['row', 'reason', ...columns]), ...lines].join('\r\n')}\r\n`
}

const guard = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)

export const exportCommand: Command = {
  name: 'export',
  summary: { zh: '导出台账（CSV、XLSX、JSONL），不含身份信息', en: 'Export a ledger as CSV, XLSX or JSONL, without identities' },
  usage: '[--government ID] [--kind matters|duties] [--format csv|xlsx|jsonl] [--out FILE]',
  options: {
    government,
    kind: {
      type: 'string',
      value: 'matters|duties',
      text: { zh: '事项台账或义务台账，默认 matters', en: 'matters unless said' },
    },
    format: { type: 'string', value: 'csv|xlsx|jsonl', text: { zh: '格式，默认 csv', en: 'csv unless said' } },
    role: {
      type: 'string',
      value: 'ROLE',
      text: { zh: '以哪个角色的可见范围导出，默认牵头机构', en: 'what this role may see; the office unless said' },
    },
    unit: { type: 'string', value: 'ID', text: { zh: '该角色所在单位', en: 'the unit of that role' } },
    out: {
      type: 'string',
      value: 'FILE',
      text: { zh: '写到文件，默认标准输出', en: 'into a file; standard output unless said' },
    },
  },
  examples: ['export --out ledger.csv', 'export --kind duties --format xlsx --out duties.xlsx'],
  async run(args, deps) {
    const kind = oneOf(args, 'kind', ['matters', 'duties'] as const) ?? 'matters'
    const format = oneOf(args, 'format', ['csv', 'xlsx', 'jsonl'] as const) ?? 'csv'
    const out = args.text('out')
    if (format === 'xlsx' && out === undefined)
      throw new UsageError({ zh: 'XLSX 请用 --out 写明文件。', en: 'Name a file for XLSX with --out.' })
    const stream = out === undefined ? process.stdout : createWriteStream(out)
    const asked = {
      government: args.text('government'),
      kind,
      format,
      role: args.text('role'),
      unit: args.text('unit'),
      lang: args.lang,
    }
    await appOf(deps).exportFile(asked, (piece) => void stream.write(piece))
    if (out !== undefined) {
      stream.end()
      await finished(stream)
    }
    return 0
  },
}

function oneOf<T extends string>(args: Args, name: string, known: readonly T[]): T | undefined {
  const said = args.text(name)
  const found = known.find((each) => each === said)
  if (said !== undefined && found === undefined) {
    throw new UsageError({ zh: `--${name} 只能是 ${known.join('、')}。`, en: `--${name} is one of ${known.join(', ')}.` })
  }
  return found
}
