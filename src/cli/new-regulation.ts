import { existsSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { folderOf, isRegulationId, isVersion, type NewRegulation, writeNewRegulation } from '../load/index.js'
import { type Args, type Command, type Deps, UsageError } from './command.js'

export const newRegulation: Command = {
  name: 'new-regulation',
  summary: {
    zh: '新建一部办法：能直接运行的样子，逐节有注释，照条文改',
    en: 'Start a new regulation: a small one that runs, with a comment on each part',
  },
  usage: 'ID [--version DATE] [--title TITLE] [--into DIR]',
  options: {
    version: {
      type: 'string',
      value: 'DATE',
      text: {
        zh: '施行日期 2025-01-01，或 draft、undated；默认 draft',
        en: 'day it takes effect, or draft, undated; draft unless said',
      },
    },
    title: { type: 'string', value: 'TITLE', text: { zh: '办法全称', en: 'full title of the regulation' } },
    into: {
      type: 'string',
      value: 'DIR',
      text: { zh: '放在哪个文件夹，默认 regulations', en: 'folder to put it in, unless regulations/' },
    },
  },
  examples: [
    'new-regulation example-mailbox',
    'new-regulation example-mailbox --version 2026-03-01 --title TITLE',
    'new-regulation example-mailbox --into /srv/office/regulations',
  ],
  async run(args, deps) {
    const asked = askedFor(args, deps)
    const { folder, isTaken } = folderOf(asked)
    if (isTaken) {
      throw new UsageError({
        zh: `${shortPath(folder)} 里已经有文件，不覆盖。请换一个标识或 --version。`,
        en: `There are files in ${shortPath(folder)} already, and nothing is overwritten. Choose another id or --version.`,
      })
    }
    const others = versionsBeside(asked)
    const files = writeNewRegulation(asked, {
      templates: join(deps.root, 'templates'),
      schemas: join(deps.root, 'docs'),
      calendar: deps.library().calendar(),
    })
    if (args.json) deps.out(JSON.stringify({ folder, files }, null, 2))
    else for (const line of said(folder, files, others)[args.lang]) deps.out(line)
    return 0
  },
}

function askedFor(args: Args, deps: Deps): NewRegulation {
  const [id, ...rest] = args.positionals
  if (id === undefined || rest.length > 0) {
    throw new UsageError({ zh: '请写一个标识，例如 example-mailbox。', en: 'Name one id, such as example-mailbox.' })
  }
  if (!isRegulationId(id)) {
    throw new UsageError({
      zh: `标识“${id}”不行：只用小写英文字母、数字和连字符，字母开头，例如 example-mailbox。它也是文件夹的名字。`,
      en: `The id ${id} will not do: small letters, digits and hyphens, a letter first, such as example-mailbox. It names the folder.`,
    })
  }
  const version = args.text('version') ?? 'draft'
  if (!isVersion(version)) {
    throw new UsageError({
      zh: `--version ${version} 不行：写施行日期，例如 2025-01-01；没有定的写 draft，没有日期的写 undated。`,
      en: `--version ${version} will not do: a day such as 2025-01-01, or draft, or undated.`,
    })
  }
  // An office's own folder, where it has one, comes after ours.
  const into = args.text('into') ?? deps.regulations.at(-1) ?? join(deps.root, 'regulations')
  return { id, version, title: args.text('title') ?? '（办法全称）', into }
}

/** Other versions of the same regulation: a new one is better begun from the latest of them. */
function versionsBeside({ into, id }: NewRegulation): readonly string[] {
  const folder = join(into, id)
  return existsSync(folder) ? readdirSync(folder).sort() : []
}

function said(folder: string, files: readonly string[], others: readonly string[]) {
  const at = shortPath(folder)
  const list = files.map((file) => `  ${shortPath(file)}`)
  const beside = others.join(' ')
  return {
    zh: [
      '已建立：',
      ...list,
      ...(others.length > 0 ? [`已有别的版本：${beside}。修订的，可以把上一版整个文件夹复制过来再改。`] : []),
      '接下来：',
      `  script/huiyin check ${at}`,
      `  script/huiyin simulate ${at}`,
      '  docs/writing-a-regulation.md 说明怎样一步步写',
    ],
    en: [
      'Made:',
      ...list,
      ...(others.length > 0 ? [`There are other versions: ${beside}. To amend one, copy its folder and change that.`] : []),
      'Next:',
      `  script/huiyin check ${at}`,
      `  script/huiyin simulate ${at}`,
      '  docs/writing-a-regulation.md tells how to go on',
    ],
  }
}

const shortPath = (file: string): string => {
  const short = relative(process.cwd(), file)
  return short.startsWith('..') ? file : short
}
