import {
  dayAt,
  dueText,
  type Instant,
  instantText,
  type Payload,
  type Regulation,
  readInstant,
  shanghai,
  type Value,
} from '../core/index.js'
import { type Library, projectDuty } from '../load/index.js'
import { type Args, type Command, UsageError } from './command.js'
import { receiptLines } from './day-strip.js'
import { receiptJson } from './run-json.js'

const words = {
  zh: { open: '没有期限：由人裁量或看另定的日期', not: '这项义务不适用于所写的情形', from: '起算', ladder: '预警梯级' },
  en: {
    open: 'no due time: it is weighed by a person, or hangs on a date to be stated',
    not: 'this duty does not apply to what was stated',
    from: 'from',
    ladder: 'ladder',
  },
}

export const due: Command = {
  name: 'due',
  summary: { zh: '算一个到期时间：逐日列出计与不计及依据', en: 'One due time, day by day, with grounds and clauses' },
  usage: '--regulation ID --duty NAME --from TIME [--with k=v]',
  options: {
    regulation: { type: 'string', value: 'ID', text: { zh: '办法的标识', en: 'id of the regulation' } },
    version: {
      type: 'string',
      value: 'DAY',
      text: { zh: '版本，默认起算日施行的版本', en: 'version, unless the one in force at the start' },
    },
    duty: { type: 'string', value: 'NAME', text: { zh: '义务的标识', en: 'id of the duty' } },
    from: {
      type: 'string',
      value: 'TIME',
      text: { zh: '起算时间，如 "2025-09-29 11:00"', en: 'start, such as "2025-09-29 11:00"' },
    },
    with: {
      type: 'string',
      multiple: true,
      value: 'k=v',
      text: { zh: '表单项，如 category=complaint，值可写 JSON', en: 'a field, such as category=complaint; JSON values allowed' },
    },
    overlay: { type: 'string', value: 'NAME', text: { zh: '地方假日', en: 'local days off' } },
    regulations: { type: 'string', value: 'DIR', text: { zh: '办法所在的文件夹', en: 'folder of regulations' } },
  },
  examples: [
    'due --regulation example-mailbox --duty conclude --from "2025-09-29 11:00"',
    'due --regulation example-mailbox --duty contact --from "2025-09-29 11:00" --with category=complaint --json',
  ],
  async run(args, deps) {
    const folder = args.text('regulations')
    const library = deps.library(folder === undefined ? {} : { regulations: folder })
    const from = startOf(args)
    const regulation = regulationOf(args, library, from)
    const id = dutyOf(args, regulation)
    const calendar = library.calendar(overlayOf(args, library))
    const projected = projectDuty(regulation, id, from, statedIn(args, regulation), calendar)
    if (projected === null) {
      deps.out(args.json ? JSON.stringify({ ok: false, due: null }) : words[args.lang].not)
      return 1
    }
    const { duty, receipt, rungs } = projected
    const ladder = rungs.map(({ rung, at }) => ({ rung, at: instantText(at, calendar.zone) }))
    const text = duty.dueAt === null ? null : dueText(duty.dueAt, calendar.zone)
    if (args.json) {
      const about = {
        ok: true,
        regulation: regulation.id,
        version: regulation.version,
        duty: id,
        from: instantText(from, calendar.zone),
      }
      deps.out(JSON.stringify({ ...about, ...receiptJson(receipt, text), ladder }, null, 2))
      return 0
    }
    const said = words[args.lang]
    const name = regulation.duties[id]?.name[args.lang] ?? id
    deps.out(`${regulation.title[args.lang]} ${regulation.version}\n${name}  ${said.from} ${instantText(from, calendar.zone)}`)
    deps.out(text === null ? said.open : receiptLines(receipt, regulation, calendar, args.lang).join('\n'))
    if (ladder.length > 0) deps.out([said.ladder, ...ladder.map(({ rung, at }) => `  ${at}  ${rung}`)].join('\n'))
    return 0
  },
}

function startOf(args: Args): Instant {
  const written = args.text('from') ?? ''
  const at = readInstant(written, shanghai) ?? readInstant(`${written} 00:00`, shanghai)
  if (at !== null) return at
  throw new UsageError({ zh: '--from 请写成 "2025-09-29 11:00"。', en: 'Write --from "2025-09-29 11:00".' })
}

function regulationOf(args: Args, library: Library, from: Instant): Regulation {
  const id = args.text('regulation') ?? ''
  const versions = library.regulations.get(id)
  const ids = [...library.regulations.keys()].join(' ')
  if (versions === undefined)
    throw new UsageError({ zh: `请用 --regulation 写明办法：${ids}`, en: `Name a --regulation: ${ids}` })
  const version = args.text('version')
  const found = version === undefined ? library.versionInForce(id, dayAt(from, shanghai)) : library.find(id, version)
  const only = version === undefined && versions.length === 1 ? versions[0] : undefined
  const regulation = found ?? only
  if (regulation !== undefined) return regulation
  const all = versions.map((each) => each.version).join(' ')
  throw new UsageError({ zh: `请用 --version 写明版本：${all}`, en: `Name a --version: ${all}` })
}

function dutyOf(args: Args, { duties }: Regulation): string {
  const id = args.text('duty') ?? ''
  if (Object.hasOwn(duties, id)) return id
  const all = Object.keys(duties).join(' ')
  throw new UsageError({ zh: `请用 --duty 写明义务：${all}`, en: `Name a --duty: ${all}` })
}

function overlayOf(args: Args, library: Library): string | undefined {
  const overlay = args.text('overlay')
  if (overlay === undefined || library.overlays().includes(overlay)) return overlay
  const all = library.overlays().join(' ')
  throw new UsageError({ zh: `没有这个地方假日；有：${all}`, en: `There is no such overlay; there are: ${all}` })
}

/** `--with k=v`, each a field of the regulation; a value may be JSON. */
function statedIn(args: Args, { fields }: Regulation): Payload {
  return Object.fromEntries(
    args.texts('with').map((pair) => {
      const [key = '', ...rest] = pair.split('=')
      if (rest.length === 0 || !Object.hasOwn(fields, key)) {
        const all = Object.keys(fields).join(' ')
        throw new UsageError({ zh: `--with 请写成 表单项=值；表单项有：${all}`, en: `Write --with field=value; fields: ${all}` })
      }
      return [key, readValue(rest.join('='))]
    }),
  )
}

function readValue(text: string): Value {
  try {
    return JSON.parse(text) as Value
  } catch {
    return text
  }
}
