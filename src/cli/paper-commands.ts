import { writeFileSync } from 'node:fs'
import { appOf, type PaperFileAsked } from './app-commands.js'
import { type Args, type Command, type Deps, UsageError } from './command.js'
import { government } from './government-option.js'

const options: Command['options'] = {
  government,
  'as-of': { type: 'string', value: 'DAY', text: { zh: '截至某日（或某时）的样子', en: 'as it stood on a day, or at a time' } },
  role: {
    type: 'string',
    value: 'ROLE',
    text: { zh: '以哪个角色的可见范围，默认 office', en: 'what this role may see; the office unless said' },
  },
  unit: { type: 'string', value: 'ID', text: { zh: '该角色所在单位', en: 'the unit of that role' } },
  out: {
    type: 'string',
    value: 'FILE',
    text: {
      zh: '写到哪个文件：.docx，或 .pdf（要有 LibreOffice）',
      en: 'into which file: .docx, or .pdf (which needs LibreOffice)',
    },
  },
}

export const documentCommand: Command = {
  name: 'document',
  summary: {
    zh: '取一件事项的文书：已印发的照印发时的样子，还是草稿的照现在的样子',
    en: 'The paper of a matter: as it was issued, or a draft as it would be now',
  },
  usage: 'KIND NUMBER --out FILE [--government ID]',
  options,
  examples: ['document notice 1000000018 --out notice.docx'],
  run: (args, deps) => write(args, deps, (number) => ({ number })),
}

export const bulletinCommand: Command = {
  name: 'bulletin',
  summary: {
    zh: '取一期通报：已印发的照印发时的数字，还是草稿的照现在的数字',
    en: 'The bulletin of a round: with the figures it was issued with, or a draft with those of now',
  },
  usage: 'KIND PERIOD --out FILE [--government ID]',
  options,
  examples: ['bulletin report 2026-10 --out month.docx', 'bulletin report 2026-Q3 --out quarter.pdf'],
  run: (args, deps) => write(args, deps, (round) => ({ round })),
}

async function write(args: Args, deps: Deps, of: (named: string) => PaperFileAsked['of']): Promise<number> {
  const [kind, named, ...more] = args.positionals
  const out = args.text('out')
  if (kind === undefined || named === undefined || more.length > 0)
    throw new UsageError({ zh: '请写文书的名称，和编号或期次。', en: 'Name the kind of paper, and the number or the round.' })
  if (out === undefined || !/\.(docx|pdf)$/i.test(out))
    throw new UsageError({ zh: '请用 --out 写明 .docx 或 .pdf 文件。', en: 'Name a .docx or .pdf file with --out.' })
  const bytes = await appOf(deps).paperFile({
    ...{ kind, of: of(named), format: /\.pdf$/i.test(out) ? ('pdf' as const) : ('docx' as const), lang: args.lang },
    ...{ government: args.text('government'), role: args.text('role'), unit: args.text('unit'), asOf: args.text('as-of') },
  })
  writeFileSync(out, bytes)
  if (args.json) deps.out(JSON.stringify({ file: out, bytes: bytes.length }))
  else deps.out(args.lang === 'zh' ? `${out}：已写好。` : `${out}: written.`)
  return 0
}
