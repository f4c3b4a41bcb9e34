import { existsSync } from 'node:fs'
import { basename, join, relative, resolve } from 'node:path'
import type { Regulation } from '../core/index.js'
import {
  checkBetweenKinds,
  checkEndings,
  checkPrecedence,
  checkRules,
  checkTemplates,
  type Finding,
  findingText,
  hasErrors,
  type Library,
  type LoadedScenarios,
  listRegulations,
  loadPrecedence,
  loadRegulation,
  loadScenarios,
  loadTied,
  precedenceFiles,
  scenarioFiles,
  sortFindings,
  tiesIn,
} from '../load/index.js'
import { type Command, type Lang, UsageError } from './command.js'

/** One version of a regulation, checked. */
type Checked = { readonly folder: string; readonly findings: readonly Finding[] }

export const check: Command = {
  name: 'check',
  summary: {
    zh: '检查办法：写法、引用、走不通的环节、履行不了的义务、矛盾的期限、条款里没有的数',
    en: 'Check regulations: form, references, dead ends, duties nobody can meet, numbers no clause says',
  },
  usage: '[DIR…]',
  options: { strict: { type: 'boolean', text: { zh: '有“注意”也算不通过', en: 'warnings count as errors' } } },
  examples: ['check', 'check regulations/example/2025-01-01', 'check --json --strict'],
  async run(args, deps) {
    const folders = (args.positionals.length > 0 ? args.positionals : deps.regulations).flatMap(versionsIn)
    // Of other kinds it speaks of those beside it, and of those that are known anyway.
    const roots = [...folders.map((folder) => join(folder, '..', '..')), ...deps.regulations]
    const library = deps.library({ regulations: roots })
    const known = knownIn(library)
    const examples = examplesOnce()
    const checked = folders.map((folder) => checkFolder(folder, library, examples))
    const between = precedenceIn(
      roots.map((root) => resolve(root)),
      known,
      examples,
    )
    const findings = [...checked.flatMap((each) => each.findings), ...between]
    const errors = findings.filter((each) => each.level === 'error').length
    const isGood = errors === 0 && !(args.flag('strict') && findings.length > 0)
    if (args.json) deps.out(JSON.stringify({ ok: isGood, regulations: checked, precedence: between }, null, 2))
    else {
      for (const each of findings) deps.out(findingText({ ...each, file: shortPath(each.file) }, args.lang))
      deps.out(summary({ regulations: checked.length, errors, warnings: findings.length - errors }, args.lang))
    }
    return isGood ? 0 : 1
  },
}

function summary(counts: { regulations: number; errors: number; warnings: number }, lang: Lang): string {
  const { regulations, errors, warnings } = counts
  return lang === 'zh'
    ? `检查了 ${regulations} 部办法：${errors} 处错误，${warnings} 处注意。`
    : `Checked ${regulations} regulations: ${errors} errors, ${warnings} warnings.`
}

const shortPath = (file: string): string => {
  const short = relative(process.cwd(), file)
  return short.startsWith('..') ? file : short
}

/** The folders of versions meant by a path: itself, its versions, or every regulation below it. */
export function versionsIn(path: string): readonly string[] {
  if (!existsSync(path)) throw new UsageError({ zh: `没有这个文件夹：${path}`, en: `There is no such folder: ${path}` })
  if (existsSync(join(path, 'regulation.yaml')) || existsSync(join(path, 'clauses.yaml'))) return [path]
  const below = listRegulations(path)
  const beside = listRegulations(join(path, '..')).filter(({ id }) => id === basename(path))
  const found = (below.length > 0 ? below : beside).map((each) => each.folder)
  if (found.length > 0) return found
  throw new UsageError({
    zh: `${path} 里没有办法。请指向含有 regulation.yaml 的文件夹，或它的上级。`,
    en: `There is no regulation in ${path}. Name a folder with a regulation.yaml, or one above it.`,
  })
}

const placeOf = ({ file, line, column, code }: Finding): string => `${file}:${line}:${column} ${code}`

type ExamplesIn = (file: string) => LoadedScenarios

/** Files of examples, each read once. */
function examplesOnce(): ExamplesIn {
  const read = new Map<string, LoadedScenarios>()
  return (file) => {
    const path = resolve(file)
    const found = read.get(path) ?? loadScenarios(file)
    read.set(path, found)
    return found
  }
}

const knownIn = ({ regulations }: Library): readonly Regulation[] => [...regulations.values()].flat()

/** The examples of a version, and of what ties it to matters of other kinds. */
const examplesBeside = (folder: string): readonly string[] =>
  [join(folder, 'scenarios'), join(folder, 'ties', 'scenarios')].flatMap(scenarioFiles)

/** As it stands, and with all that ties it to matters of other kinds. */
function checkFolder(folder: string, library: Library, examplesIn: ExamplesIn): Checked {
  const known = knownIn(library)
  const loaded = loadRegulation(folder)
  const read = examplesBeside(folder).map(examplesIn)
  const scenarios = read.flatMap((each) => each.findings)
  const ties = tiesIn(folder)
  const tied = ties.length === 0 ? null : loadTied(folder, ties)
  const ofTemplates = loaded.regulation === null ? [] : checkTemplates(folder, loaded.regulation)
  const own = [...loaded.findings, ...checkRules(loaded), ...ofTemplates]
  const said = new Set(own.map(placeOf))
  const ofTies = tied === null ? [] : [...tied.findings, ...checkRules(tied), ...checkBetweenKinds(tied, known)]
  // What cannot be read cannot be played.
  const isWhole = !hasErrors([...own, ...ofTies, ...scenarios])
  const endings = isWhole
    ? checkEndings(
        read.flatMap((each) => each.scenarios),
        library,
      )
    : []
  const more = ofTies.filter((each) => !said.has(placeOf(each)))
  return {
    folder: shortPath(folder),
    findings: sortFindings([...more, ...own, ...checkBetweenKinds(loaded, known), ...scenarios, ...endings]),
  }
}

/** What is said beside the folders checked of which regulation holds, held against the regulations and examples there are. */
function precedenceIn(roots: readonly string[], known: readonly Regulation[], examplesIn: ExamplesIn): readonly Finding[] {
  const folders = [...new Set(roots)].flatMap((root) => listRegulations(root))
  const scenariosOf = (regulation: string) =>
    folders
      .filter(({ id }) => id === regulation)
      .flatMap(({ folder }) => examplesBeside(folder))
      .flatMap((file) => examplesIn(file).scenarios)
  return [...new Set(roots)]
    .flatMap(precedenceFiles)
    .flatMap((file) => checkPrecedence(loadPrecedence(file), { regulations: known, scenariosOf }))
    .map((each) => ({ ...each, file: shortPath(each.file) }))
}
