import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { pathToFileURL } from 'node:url'
import { howMany } from '../contract/index.js'
import { appOf, type PackageFileAsked } from './app-commands.js'
import { type Args, type Command, type Deps, UsageError } from './command.js'
import { government } from './government-option.js'

export const packageCommand: Command = {
  name: 'package',
  summary: {
    zh: '制作归档包：一件、几件或者一年的事项，附全部凭据，可以离线核验（记入日志）',
    en: 'Make a package: one matter, several, or a year of them, with all that proves them (logged)',
  },
  usage: '[NUMBER…] [--year YEAR] --out FILE [--government ID]',
  options: {
    government,
    year: { type: 'string', value: 'YEAR', text: { zh: '这一年收到的全部事项', en: 'every matter received in that year' } },
    regulation: { type: 'string', value: 'ID', text: { zh: '只要这个办法的', en: 'only those under this regulation' } },
    'as-of': {
      type: 'string',
      value: 'DAY',
      text: { zh: '截至某日（或某时）的样子', en: 'as it stood on a day, or at a time' },
    },
    purpose: { type: 'string', value: 'TEXT', text: { zh: '给谁、作什么用', en: 'for whom, and what for' } },
    role: {
      type: 'string',
      value: 'ROLE',
      text: { zh: '以哪个角色的可见范围制作，默认 office', en: 'what this role may see; the office unless said' },
    },
    unit: { type: 'string', value: 'ID', text: { zh: '该角色所在单位', en: 'the unit of that role' } },
    out: { type: 'string', value: 'FILE', text: { zh: '写到哪个文件', en: 'into which file' } },
  },
  examples: ['package 1000000018 --out matter.zip', 'package --year 2026 --purpose archive --out 2026.zip'],
  async run(args, deps) {
    const out = args.text('out')
    if (out === undefined) throw new UsageError({ zh: '请用 --out 写明文件。', en: 'Name a file with --out.' })
    const asked = askedIn(args)
    const matters = await writeWhole(out, (write) =>
      appOf(deps).packageFile(asked, write, (done) => {
        if (deps.isTerminal || done % 1000 === 0) deps.error(args.lang === 'zh' ? `已装 ${done} 件` : `${done} matters packed`)
      }),
    )
    if (args.json) deps.out(JSON.stringify({ file: out, matters }))
    else deps.out(args.lang === 'zh' ? `${out}：${matters} 件事项。` : `${out}: ${howMany(matters, 'matter')}.`)
    return 0
  },
}

function askedIn(args: Args): PackageFileAsked {
  const year = args.text('year')
  if ((year === undefined) === (args.positionals.length === 0))
    throw new UsageError({
      zh: '请写事项编号，或者用 --year 写明哪一年。',
      en: 'Name matters by their numbers, or a year with --year.',
    })
  if (year !== undefined && !/^\d{4}$/.test(year))
    throw new UsageError({ zh: '--year 写四位数的年份。', en: '--year takes a year of four digits.' })
  return {
    ...{ government: args.text('government'), numbers: args.positionals, year: year === undefined ? null : Number(year) },
    ...{ regulation: args.text('regulation'), asOf: args.text('as-of'), purpose: args.text('purpose') ?? '' },
    ...{ role: args.text('role'), unit: args.text('unit'), lang: args.lang },
  }
}

/** The file is there whole or not at all: what is stopped half-way leaves nothing under its name. */
async function writeWhole(out: string, make: (write: (bytes: AsyncIterable<Uint8Array>) => Promise<void>) => Promise<number>) {
  const unfinished = `${out}.${process.pid}.part`
  try {
    const matters = await make((bytes) => pipeline(Readable.from(bytes), createWriteStream(unfinished)))
    await rename(unfinished, out)
    return matters
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
}

type Verifier = {
  verifyPackage(file: string, against: object): { readonly findings: readonly object[] }
  reportLines(report: object, lang: string): readonly string[]
  anchorsIn(file: string): readonly object[]
}

export const verifyPackageCommand: Command = {
  name: 'verify-package',
  summary: {
    zh: '核验归档包：不需要网络和数据库',
    en: 'Check a package; neither network nor database is needed',
  },
  usage: 'FILE [--anchors FILE] [--head HASH]',
  options: {
    anchors: {
      type: 'string',
      value: 'FILE',
      text: { zh: '外存锚点文件', en: 'the file of anchors, kept outside the database' },
    },
    head: {
      type: 'string',
      multiple: true,
      value: 'HASH',
      text: { zh: '抄在纸上的存证摘要', en: 'a witness as it was written down' },
    },
  },
  examples: ['verify-package matter.zip --anchors anchors.jsonl'],
  async run(args, deps) {
    const [file, ...more] = args.positionals
    if (file === undefined || more.length > 0) throw new UsageError({ zh: '请写一个归档包的文件名。', en: 'Name one package.' })
    const { verifyPackage, reportLines, anchorsIn } = await verifierOf(deps)
    const anchors = args.text('anchors')
    const report = verifyPackage(file, { anchors: anchors === undefined ? [] : anchorsIn(anchors), heads: args.texts('head') })
    if (args.json) deps.out(JSON.stringify(report))
    else for (const line of reportLines(report, args.lang)) deps.out(line)
    return report.findings.length === 0 ? 0 : 1
  },
}

/** The very program that lies in each package. */
const verifierOf = (deps: Deps): Promise<Verifier> =>
  import(pathToFileURL(`${deps.root}/templates/package/verify.mjs`).href) as Promise<Verifier>
