import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { finished } from 'node:stream/promises'
import { appOf } from './app-commands.js'
import { type Args, type Command, UsageError } from './command.js'
import { government } from './government-option.js'

export const exportCommand: Command = {
  name: 'export',
  summary: { zh: '导出台账（CSV、XLSX、JSONL），不含身份信息', en: 'Export a ledger as CSV, XLSX or JSONL, without identities' },
  usage: '[--government ID] [--kind matters|duties] [--format csv|xlsx|jsonl] [--layout NAME] [--out FILE]',
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
      text: { zh: '以哪个角色的可见范围导出，默认 office', en: 'what this role may see; the office unless said' },
    },
    unit: { type: 'string', value: 'ID', text: { zh: '该角色所在单位', en: 'the unit of that role' } },
    layout: {
      type: 'string',
      value: 'NAME',
      text: { zh: '按保存的台账样式导出（列、顺序、列名）', en: 'columns, order and heads as a layout says that was kept' },
    },
    out: {
      type: 'string',
      value: 'FILE',
      text: { zh: '写到文件，默认标准输出', en: 'into a file; standard output unless said' },
    },
  },
  examples: [
    'export --out ledger.csv',
    'export --kind duties --format xlsx --out duties.xlsx',
    'export --layout monthly --format xlsx --out month.xlsx',
  ],
  async run(args, deps) {
    const kind = oneOf(args, 'kind', ['matters', 'duties'] as const) ?? 'matters'
    const format = oneOf(args, 'format', ['csv', 'xlsx', 'jsonl'] as const) ?? 'csv'
    const out = args.text('out')
    if (format === 'xlsx' && out === undefined)
      throw new UsageError({ zh: 'XLSX 请用 --out 写明文件。', en: 'Name a file for XLSX with --out.' })
    const unfinished = out === undefined ? null : `${out}.part`
    const stream = unfinished === null ? process.stdout : createWriteStream(unfinished)
    const asked = {
      government: args.text('government'),
      kind,
      format,
      role: args.text('role'),
      unit: args.text('unit'),
      layout: args.text('layout'),
      lang: args.lang,
    }
    // What goes wrong is told where it is waited for.
    stream.on('error', () => undefined)
    const write = async (piece: string | Uint8Array): Promise<void> => {
      if (stream.errored) throw stream.errored
      if (!stream.write(piece)) await once(stream, 'drain')
    }
    const tell = (rows: number): void => deps.error(args.lang === 'zh' ? `已导出 ${rows} 行` : `${rows} rows so far`)
    try {
      await appOf(deps).exportFile(asked, write, tell)
    } catch (error) {
      stream.destroy()
      if (unfinished !== null) await rm(unfinished, { force: true })
      throw error
    }
    if (out !== undefined && unfinished !== null) {
      stream.end()
      await finished(stream)
      await rename(unfinished, out)
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
