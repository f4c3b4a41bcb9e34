import { appOf } from './app-commands.js'
import type { Command } from './command.js'

const refusals = {
  'nothing-asked': {
    zh: '没有等待确认的增设申请：请先由管理员在“管理 › 各地”里填写并提出。',
    en: 'Nothing waits: an administrator asks for it first, in Administration, Governments.',
  },
  'second-admin': {
    zh: '有两位可以互相确认的管理员：请另一位在“管理 › 各地”里确认。',
    en: 'There are two administrators who can confirm each other: let the other one confirm it in Administration, Governments.',
  },
  taken: {
    zh: '申请里的标识、编号前两位、域名或办法已经不能用了：请管理员改好后重新提出。',
    en: 'Its identifier, prefix, hosts or regulations can no longer be used: let the administrator put it right and ask again.',
  },
} as const

/** 增设政府, confirmed on the machine. */
export const addGovernmentCommand: Command = {
  name: 'add-government',
  summary: {
    zh: '确认管理员提出的增设：又一个地方，和它第一位管理员的链接（记入日志）',
    en: 'Confirm the further government that an administrator asked for; the link of its first administrator (logged)',
  },
  usage: '[--government ID]',
  options: { government: { type: 'string', value: 'ID', text: { zh: '由哪个地方提出', en: 'which government asked' } } },
  examples: ['add-government', 'add-government --government GOVERNMENT'],
  async run(args, deps) {
    const found = await appOf(deps).addGovernment({ government: args.text('government') })
    if (typeof found === 'string') {
      deps.error(refusals[found][args.lang])
      return 1
    }
    const { iso, shown } = found.until
    if (args.json) deps.out(JSON.stringify({ id: found.id, path: found.path, until: iso }))
    else
      deps.out(
        args.lang === 'zh'
          ? `已增设 ${found.id}，并记入日志。请把这里的地址加上 ${found.path} 交给它的管理员，在 ${shown} 前设置密码。`
          : `${found.id} is there, and it is logged. Give its administrator the address of this site with ${found.path}, to set a password before ${shown}.`,
      )
    return 0
  },
}
