import { existsSync, writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import { findingText, type Upgraded, upgradesIn } from '../load/index.js'
import { type Command, type Lang, UsageError } from './command.js'

export const upgrade: Command = {
  name: 'upgrade',
  summary: {
    zh: '把旧写法的办法、条款和情景改成现在的写法；注释保留',
    en: 'Bring regulations, clauses and scenarios of an older format to the present one; comments stay',
  },
  usage: 'DIR…',
  options: {
    check: {
      type: 'boolean',
      text: { zh: '只看，不改；有要改的退出码为 1', en: 'change nothing; exit code 1 where there is something to change' },
    },
  },
  examples: ['upgrade regulations/example', 'upgrade --check regulations', 'upgrade --json regulations'],
  async run(args, deps) {
    const folders = args.positionals.length > 0 ? args.positionals : deps.regulations
    const gone = folders.find((folder) => !existsSync(folder))
    if (gone !== undefined) throw new UsageError({ zh: `没有这个文件夹：${gone}`, en: `There is no such folder: ${gone}` })
    const all = folders.flatMap(upgradesIn)
    const changed = all.filter((each) => each.isChanged)
    const findings = all.flatMap((each) => each.findings)
    const isDry = args.flag('check')
    if (!isDry) for (const { file, text } of changed) writeFileSync(file, text)
    if (args.json) deps.out(JSON.stringify({ files: changed.map(({ file }) => file), findings, written: !isDry }, null, 2))
    else {
      for (const { file } of changed) deps.out(relative(process.cwd(), file))
      for (const each of findings) deps.out(findingText(each, args.lang))
      deps.out(summary(all, changed.length, isDry, args.lang))
    }
    return findings.length > 0 || (isDry && changed.length > 0) ? 1 : 0
  },
}

/** A file that could not be read, or in which something is left to a person, is not of the present format. */
function summary(all: readonly Upgraded[], changed: number, isDry: boolean, lang: Lang): string {
  const left = all.filter(({ findings }) => findings.length > 0).length
  const still = left === 0 ? '' : lang === 'zh' ? `有 ${left} 个要由人改，见上。` : ` ${left} left to a person, see above.`
  if (all.length === 0)
    return lang === 'zh' ? '没有找到办法、条款或情景的文件。' : 'No file of a regulation, its clauses or scenarios was found.'
  if (changed === 0 && left === 0)
    return lang === 'zh' ? `${all.length} 个文件都是现在的写法。` : `All ${all.length} files are of the present format.`
  if (lang === 'zh') return `${all.length} 个文件，${isDry ? '要改' : '改了'} ${changed} 个。${still}`
  return `${changed} of ${all.length} files ${isDry ? 'would change' : 'changed'}.${still}`
}
