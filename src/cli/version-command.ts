import { appOf } from './app-commands.js'
import { type Command, UsageError } from './command.js'

const refusals = {
  'no-regulation': {
    zh: '这里没有用这个办法，没有这个文本，或者新件已经按它办。',
    en: 'This regulation is not in use here, has no such version, or new matters begin under it already.',
  },
  'roles-differ': {
    zh: '这个文本里有的身份与这里已有的同名，却属于另一方。请先改用别的身份名。',
    en: 'The version gives a role of the same name to another side than it has here. Rename it there first.',
  },
  'second-admin': {
    zh: '有两位可以互相确认的管理员：请两位先后在“政府和办法”里提出。',
    en: 'There are two administrators who can confirm each other: let both ask for it.',
  },
} as const

export const changeVersionCommand: Command = {
  name: 'change-version',
  summary: {
    zh: '新件从此按办法的另一个文本办理；已经开始的不变（记入日志）',
    en: 'New matters begin under another version of a regulation; those that have begun keep theirs (logged)',
  },
  usage: '--regulation ID --version VERSION [--government ID]',
  options: {
    government: { type: 'string', value: 'ID', text: { zh: '哪个地方', en: 'which government' } },
    regulation: { type: 'string', value: 'ID', text: { zh: '哪个办法', en: 'which regulation' } },
    version: { type: 'string', value: 'VERSION', text: { zh: '哪个文本', en: 'which version' } },
  },
  examples: ['change-version --regulation REGULATION --version 2027-01-01'],
  async run(args, deps) {
    const [regulation, version] = [args.text('regulation'), args.text('version')]
    if (regulation === undefined || version === undefined)
      throw new UsageError({ zh: '请写明 --regulation 和 --version。', en: 'Say --regulation and --version.' })
    const refused = await appOf(deps).changeVersion({ government: args.text('government'), regulation, version })
    if (refused === null) deps.out(args.lang === 'zh' ? '已更换，并记入日志。' : 'Set, and logged.')
    else deps.error(refusals[refused][args.lang])
    return refused === null ? 0 : 1
  },
}
