import type { ImportFileAsked as FileAsked, FileReport, ImportPreview, PaperNamed } from '../app/index.js'
import { howMany, type Moment } from '../contract/index.js'
import { type Args, type Command, type Deps, UsageError } from './command.js'

/** What commands that need the database ask for; joined in main, opened only when one of them runs. */
export type CommandedApp = {
  serve(asked: { readonly isDemo: boolean }): Promise<number>
  seedDemo(onProgress: (text: string) => void): Promise<{ matters: number; known: number }>
  importFile(asked: ImportFileAsked, onProgress: (done: number) => void): Promise<ImportFileReport>
  previewFile(asked: ImportFileAsked): Promise<ImportPreview>
  /** Piece by piece; each is waited for. `onProgress` hears of the rows that were read. */
  exportFile(
    asked: ExportFileAsked,
    write: (piece: string | Uint8Array) => Promise<void>,
    onProgress: (rows: number) => void,
  ): Promise<void>
  /** Answers how many matters went into it. */
  packageFile(
    asked: PackageFileAsked,
    write: (bytes: AsyncIterable<Uint8Array>) => Promise<void>,
    onProgress: (matters: number) => void,
  ): Promise<number>
  /** A unit's assessment, counted again from the events; `onProgress` hears of the matters that were worked out. */
  recountUnit(asked: AssessmentFileAsked, onProgress: (matters: number) => void): Promise<AssessmentFileReport>
  /** The Word or PDF file of a paper. */
  paperFile(asked: PaperFileAsked): Promise<Uint8Array>
  /** A role for an administrator who is the only one; null: given. */
  grant(asked: GrantFileAsked): Promise<'no-account' | 'no-role' | 'second-admin' | null>
  /** A link by which the only administrator sets a new password. */
  letIn(
    asked: Pick<GrantFileAsked, 'government' | 'login'>,
  ): Promise<'no-account' | 'second-admin' | { readonly path: string; readonly until: Moment }>
  /** That an account is used by a person of its own; null: noted. */
  vouch(asked: Pick<GrantFileAsked, 'government' | 'login'>): Promise<'no-account' | null>
  /** How long the log is kept, in days (null: for ever); null: set. */
  keepLog(asked: {
    readonly government: string | undefined
    readonly days: number | null
  }): Promise<'not-days' | 'second-admin' | null>
  /** A further kind of matter for a government; null: taken up. */
  takeUp(asked: {
    readonly government: string | undefined
    readonly regulation: string
    readonly version: string | undefined
  }): Promise<'no-regulation' | 'roles-differ' | 'second-admin' | null>
  /** Under which version of a regulation new matters begin; null: set. */
  changeVersion(asked: {
    readonly government: string | undefined
    readonly regulation: string
    readonly version: string
  }): Promise<'no-regulation' | 'roles-differ' | 'second-admin' | null>
  /** The further government that an administrator of this one has asked for. */
  addGovernment(asked: {
    readonly government: string | undefined
  }): Promise<'nothing-asked' | 'second-admin' | 'taken' | { readonly id: string; readonly path: string; readonly until: Moment }>
  verify(asked: { readonly anchors: string | undefined }, onProgress: (text: string) => void): Promise<VerifyFileReport>
}

export type ImportFileAsked = Omit<FileAsked, 'office'> & {
  readonly government: string | undefined
}
export type ImportFileReport = FileReport & { readonly columns: Readonly<Record<string, string>> }

export type ExportFileAsked = {
  readonly government: string | undefined
  readonly kind: 'matters' | 'duties'
  readonly format: 'csv' | 'xlsx' | 'jsonl'
  readonly role: string | undefined
  readonly unit: string | undefined
  /** The name of a layout that the office keeps. */
  readonly layout: string | undefined
  readonly lang: 'zh' | 'en'
}

export type PaperFileAsked = Pick<ExportFileAsked, 'government' | 'role' | 'unit' | 'lang'> &
  PaperNamed & { readonly asOf: string | undefined }

export type PackageFileAsked = Pick<ExportFileAsked, 'government' | 'role' | 'unit' | 'lang'> & {
  /** By their numbers; none: every matter received in the year. */
  readonly numbers: readonly string[]
  readonly year: number | null
  readonly regulation: string | undefined
  readonly asOf: string | undefined
  readonly purpose: string
}

export type AssessmentFileAsked = Pick<ExportFileAsked, 'government' | 'lang'> & {
  readonly unit: string
  readonly from: string
  readonly to: string
  readonly regulation: string | undefined
}

/** By kind of work the lines of the unit, how many matters they were counted again from, and whether it came to the same. */
export type AssessmentFileReport = {
  readonly unit: string
  readonly from: string
  readonly to: string
  readonly sheets: readonly {
    readonly name: string
    readonly lines: readonly {
      readonly name: string
      readonly number: number
      readonly of: number | null
      readonly points: number | null
    }[]
    readonly total: number | null
    readonly matters: number
    readonly isSame: boolean
  }[]
}

export type VerifyFileReport = {
  readonly governments: number
  readonly matters: number
  readonly events: number
  readonly findings: readonly {
    readonly government: string
    readonly matter: number
    readonly code: string
    readonly detail: string
  }[]
  readonly heads: readonly { readonly government: string; readonly seq: number; readonly at: number; readonly hash: string }[]
  /** Governments whose rows were made by another build, text or calendar, and not made anew yet. */
  readonly notYetProjected: readonly string[]
}

export type GrantFileAsked = {
  readonly government: string | undefined
  readonly login: string
  readonly role: string
  readonly unit: string | null
}

/** The app, or a defect: main has joined it for every command that is listed. */
export function appOf({ app }: Deps): CommandedApp {
  if (app === undefined) throw new Error('this command was not joined with the app')
  return app as CommandedApp
}

export const serveCommand: Command = {
  name: 'serve',
  summary: { zh: '启动服务（不含演示数据）', en: 'Serve, without demo data' },
  usage: '',
  options: {},
  examples: ['serve', 'PORT=80 HOST=0.0.0.0 serve'],
  run: (_args, deps) => appOf(deps).serve({ isDemo: false }),
}

export const demoCommand: Command = {
  name: 'demo',
  summary: { zh: '写入演示数据；--serve 同时启动服务', en: 'Write the demo data; --serve serves as well' },
  usage: '[--serve]',
  options: {
    serve: { type: 'boolean', text: { zh: '启动服务，数据在后台写入', en: 'serve, and write the data in the background' } },
  },
  examples: ['demo', 'demo --serve'],
  async run(args, deps) {
    if (args.flag('serve')) return appOf(deps).serve({ isDemo: true })
    const done = await appOf(deps).seedDemo((text) => deps.error(text))
    if (args.json) deps.out(JSON.stringify(done))
    else
      deps.out(
        args.lang === 'zh' ? `写入 ${done.matters} 件，已有 ${done.known} 件。` : `${done.matters} written, ${done.known} known.`,
      )
    return 0
  },
}

type Said = { readonly zh: string; readonly en: string }

/** What was done, or why it was not; answers the exit code. */
function answered({ args, deps }: { readonly args: Args; readonly deps: Deps }, refused: Said | null, done: Said): number {
  if (refused === null) deps.out(done[args.lang])
  else deps.error(refused[args.lang])
  return refused === null ? 0 : 1
}

const government = { type: 'string', value: 'ID', text: { zh: '哪个地方', en: 'which government' } } as const
const login = { type: 'string', value: 'NAME', text: { zh: '登录名', en: 'login' } } as const

const notGranted = {
  'no-account': { zh: '没有这个登录名的账号。', en: 'There is no account with this login.' },
  'no-role': {
    zh: '没有这个身份，或者这个身份要写明单位（--unit）。',
    en: 'There is no such role, or it needs a unit (--unit).',
  },
  'second-admin': {
    zh: '有另一位可以确认的管理员：请由他在“人员”里给这个身份。',
    en: 'There is another administrator: let them give the role.',
  },
} as const

export const grantCommand: Command = {
  name: 'grant',
  summary: {
    zh: '只有一位管理员时，给他一个身份（记入日志）',
    en: 'Give a role to an administrator who is the only one (logged)',
  },
  usage: '--login NAME --role ROLE [--unit UNIT] [--government ID]',
  options: {
    government,
    login,
    role: { type: 'string', value: 'ROLE', text: { zh: '身份', en: 'role' } },
    unit: { type: 'string', value: 'UNIT', text: { zh: '单位', en: 'unit' } },
  },
  examples: ['grant --login root --role office'],
  async run(args, deps) {
    const [login, role] = [args.text('login'), args.text('role')]
    if (login === undefined || role === undefined)
      throw new UsageError({ zh: '请写明 --login 和 --role。', en: 'Say --login and --role.' })
    const asked = { government: args.text('government'), login, role, unit: args.text('unit') ?? null }
    const refused = await appOf(deps).grant(asked)
    return answered({ args, deps }, refused && notGranted[refused], { zh: '已给身份，并记入日志。', en: 'Given, and logged.' })
  },
}

export const vouchCommand: Command = {
  name: 'vouch',
  summary: {
    zh: '确认一个账号由本人使用：他可以确认给他开通账号的管理员所申请的事（记入日志）',
    en: 'Vouch that an account is used by its own person, who may then confirm what its maker asks (logged)',
  },
  usage: '--login NAME [--government ID]',
  options: {
    government,
    login,
  },
  examples: ['vouch --login second'],
  async run(args, deps) {
    const login = args.text('login')
    if (login === undefined) throw new UsageError({ zh: '请写明 --login。', en: 'Say --login.' })
    const refused = await appOf(deps).vouch({ government: args.text('government'), login })
    return answered({ args, deps }, refused && notGranted[refused], { zh: '已确认，并记入日志。', en: 'Noted, and logged.' })
  },
}

export const letInCommand: Command = {
  name: 'let-in',
  summary: {
    zh: '唯一的管理员忘了密码：给出一个设置新密码的链接（记入日志）',
    en: 'The only administrator lost their password: a link to set a new one (logged)',
  },
  usage: '--login NAME [--government ID]',
  options: { government, login },
  examples: ['let-in --login root'],
  async run(args, deps) {
    const login = args.text('login')
    if (login === undefined) throw new UsageError({ zh: '请写明 --login。', en: 'Say --login.' })
    const found = await appOf(deps).letIn({ government: args.text('government'), login })
    if (typeof found === 'string') return answered({ args, deps }, notLetIn[found], { zh: '', en: '' })
    const { iso, shown } = found.until
    if (args.json) deps.out(JSON.stringify({ path: found.path, until: iso }))
    else
      deps.out(
        args.lang === 'zh'
          ? `请在 ${shown} 前，在浏览器里打开这里的地址加上 ${found.path}，设置新密码。已记入日志。`
          : `Before ${shown} open the address of this site with ${found.path} in a browser and set a new password. It is logged.`,
      )
    return 0
  },
}

const notLetIn = {
  'no-account': { zh: '没有这个登录名，或者它已经停用。', en: 'There is no such login, or it is locked.' },
  'second-admin': {
    zh: '另有管理员可以登录：请他在“人员”里发一个设置密码的链接。',
    en: 'There is another administrator who can sign in: let them make a link in People.',
  },
} as const

const notKept = {
  'not-days': {
    zh: '--days 写天数，至少 180；一直保存的，写 --days forever。',
    en: 'Say --days with 180 or more, or --days forever.',
  },
  'second-admin': {
    zh: '有两位可以互相确认的管理员：缩短保存期限，请两位管理员先后在“政府和办法”里填同样的天数。',
    en: 'There are two administrators who can confirm each other: for a shorter time let both ask for the same number of days.',
  },
} as const

export const keepLogCommand: Command = {
  name: 'keep-log',
  summary: {
    zh: '审计日志保存多少天；只有一位管理员时也可以缩短（记入日志）',
    en: 'For how many days the log is kept; shorter too while there is one administrator (logged)',
  },
  usage: '--days DAYS|forever [--government ID]',
  options: {
    government,
    days: { type: 'string', value: 'DAYS', text: { zh: '天数，至少 180；forever 一直保存', en: '180 or more, or forever' } },
  },
  examples: ['keep-log --days 365', 'keep-log --days forever'],
  async run(args, deps) {
    const text = args.text('days')
    if (text === undefined) throw new UsageError(notKept['not-days'])
    const days = text === 'forever' ? null : /^\d{1,6}$/.test(text) ? Number(text) : 0
    const refused = await appOf(deps).keepLog({ government: args.text('government'), days })
    return answered({ args, deps }, refused && notKept[refused], { zh: '已设置，并记入日志。', en: 'Set, and logged.' })
  },
}

const notTakenUp = {
  'no-regulation': {
    zh: '没有这个办法或这个文本，或者这里已经在用。办法的名字就是 regulations/ 里文件夹的名字。',
    en: 'There is no such regulation or version, or it is in use here already. Regulations are named as their folders in regulations/.',
  },
  'roles-differ': {
    zh: '这个办法里有的身份与这里已有的同名，却属于另一方。请先在办法里改用别的身份名。',
    en: 'The regulation gives a role of the same name to another side than it has here. Rename it there first.',
  },
  'second-admin': {
    zh: '有两位可以互相确认的管理员：请两位先后在“政府和办法”里提出。',
    en: 'There are two administrators who can confirm each other: let both ask for it.',
  },
} as const

export const takeUpCommand: Command = {
  name: 'take-up',
  summary: {
    zh: '一个地方增办一类事项：同时适用另一个办法（记入日志，不能撤销）',
    en: 'A government takes up a further kind of matter, under another regulation (logged; there is no way back)',
  },
  usage: '--regulation ID [--version VERSION] [--government ID]',
  options: {
    government,
    regulation: { type: 'string', value: 'ID', text: { zh: '哪个办法', en: 'which regulation' } },
    version: {
      type: 'string',
      value: 'VERSION',
      text: { zh: '哪个文本；不写用最新的', en: 'which version; the newest if none' },
    },
  },
  examples: ['take-up --regulation REGULATION --government GOVERNMENT'],
  async run(args, deps) {
    const regulation = args.text('regulation')
    if (regulation === undefined) throw new UsageError({ zh: '请写明 --regulation。', en: 'Say --regulation.' })
    const refused = await appOf(deps).takeUp({
      government: args.text('government'),
      regulation,
      version: args.text('version'),
    })
    return answered({ args, deps }, refused && notTakenUp[refused], { zh: '已增办，并记入日志。', en: 'Taken up, and logged.' })
  },
}

export const verifyCommand: Command = {
  name: 'verify',
  summary: {
    zh: '核验：重建全部投影并比对，检查事件链、日志、附件和存证',
    en: 'Rebuild every projection and compare; check the chains of events, the log, files and witnesses',
  },
  usage: '[--anchors FILE] [--json]',
  options: {
    anchors: {
      type: 'string',
      value: 'FILE',
      text: { zh: '另一份在库外保存的锚点，一并比对', en: 'more anchors that were kept outside, to compare with' },
    },
  },
  examples: ['verify', 'verify --json', 'verify --anchors /mnt/elsewhere/anchors.jsonl'],
  async run(args, deps) {
    const report = await appOf(deps).verify({ anchors: args.text('anchors') }, (text) => deps.isTerminal && deps.error(text))
    if (args.json) deps.out(JSON.stringify(report, null, 2))
    else {
      for (const { government, matter, code, detail } of report.findings) deps.out(`${government}/${matter} ${code}: ${detail}`)
      for (const { government, seq, at, hash } of report.heads)
        deps.out(`${args.lang === 'zh' ? '存证' : 'witness'} ${government} ${seq} ${new Date(at).toISOString()} ${hash}`)
      const { governments, matters, events, findings, notYetProjected } = report
      for (const government of notYetProjected)
        deps.out(
          args.lang === 'zh'
            ? `${government}：数据行还是按升级前的程序、办法或日历写的，“projection”“figures” 类的不符可能只由此而来。请先启动服务，等它重写完，再核验一次。`
            : `${government}: its rows were made by an earlier program, text or calendar; findings of “projection” and “figures” may come from that alone. Start the server, let it make them anew, then verify again.`,
        )
      deps.out(
        args.lang === 'zh'
          ? `${governments} 个地方，${matters} 件事项，${events} 个事件，${findings.length} 处不符。`
          : [
              howMany(governments, 'government'),
              howMany(matters, 'matter'),
              howMany(events, 'event'),
              `${howMany(findings.length, 'finding')}.`,
            ].join(', '),
      )
    }
    return report.findings.length === 0 ? 0 : 1
  },
}
