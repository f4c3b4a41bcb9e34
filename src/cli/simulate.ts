import { existsSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { shanghai } from '../core/index.js'
import {
  type Failure,
  type Finding,
  findingText,
  loadScenarios,
  runScenario,
  type ScenarioRun,
  scenarioFiles,
} from '../load/index.js'
import { type Command, type Lang, UsageError } from './command.js'
import { reasonLines } from './reason-lines.js'
import { runJson } from './run-json.js'
import { timeline } from './timeline.js'

export const simulate: Command = {
  name: 'simulate',
  summary: {
    zh: '按办法推演情景：时间线、计时凭据；不符时列出差异',
    en: 'Run scenarios under their regulation: timeline, receipts, differences',
  },
  usage: 'FILE… [--regulations DIR] [--full] [--json]',
  options: {
    regulations: {
      type: 'string',
      value: 'DIR',
      text: {
        zh: '办法所在的文件夹，默认用情景旁边的和 regulations',
        en: 'folder of regulations; otherwise those beside the scenarios, and regulations/',
      },
    },
    full: { type: 'boolean', text: { zh: '多个情景时也逐个列出时间线', en: 'print every timeline, however many' } },
  },
  examples: ['simulate regulations', 'simulate regulations/example/2025-01-01/scenarios/holiday.yaml', 'simulate FILE --json'],
  async run(args, deps) {
    if (args.positionals.length === 0) {
      throw new UsageError({ zh: '请写明情景文件或文件夹。', en: 'Name a scenario file or a folder.' })
    }
    const files = args.positionals.flatMap(filesIn)
    const loaded = files.map(loadScenarios)
    const findings = loaded.flatMap((each) => each.findings)
    const scenarios = loaded.flatMap((each) => each.scenarios)
    const from = args.text('regulations')
    const library = deps.library({ regulations: from ?? [...files.flatMap(rootAbove), ...deps.regulations] })
    const runs = scenarios.map((scenario, index) => {
      if (deps.isTerminal && scenarios.length > 20 && index % 20 === 0) deps.error(`${index}/${scenarios.length}`)
      return runScenario(scenario, library)
    })
    const failed = runs.filter((run) => run.failures.length > 0).length
    const isGood = failed === 0 && findings.length === 0
    const broken = findings.length > 0 || failed > 0 ? library.findings.filter((each) => each.level === 'error') : []
    if (args.json)
      deps.out(
        JSON.stringify(
          { ok: isGood, findings: [...findings, ...broken], runs: runs.map((run) => runJson(run, library, args.lang)) },
          null,
          2,
        ),
      )
    else {
      const isFull = args.flag('full') || runs.length === 1
      for (const each of [...findings, ...broken]) deps.out(findingText(shortened(each), args.lang))
      for (const run of runs)
        deps.out(
          [...(isFull ? timeline(run, library, args.lang) : [headline(run, args.lang)]), ...failureLines(run, args.lang)].join(
            '\n',
          ),
        )
      deps.out(summary(runs.length, failed, args.lang))
    }
    return isGood ? 0 : 1
  },
}

/** Where a scenario's own regulation lies: an example beside its rules needs no folder named. */
function rootAbove(file: string): readonly string[] {
  const version = dirname(dirname(resolve(file)))
  return existsSync(join(version, 'regulation.yaml')) ? [dirname(dirname(version))] : []
}

function filesIn(path: string): readonly string[] {
  if (!existsSync(path)) throw new UsageError({ zh: `没有这个文件：${path}`, en: `There is no such file: ${path}` })
  const files = scenarioFiles(path)
  if (files.length > 0) return files
  throw new UsageError({ zh: `${path} 里没有情景。`, en: `There are no scenarios in ${path}.` })
}

const shortened = (finding: Finding): Finding => ({ ...finding, file: shortPath(finding.file) })

const shortPath = (file: string): string => {
  const short = relative(process.cwd(), file)
  return short.startsWith('..') ? file : short
}

const headline = ({ scenario, failures }: ScenarioRun, lang: Lang): string =>
  `${failures.length === 0 ? '✓' : '✗'} ${scenario.title[lang]}  ${shortPath(scenario.file)}:${scenario.line}`

/** A difference as two lines, minus for what was expected and plus for what is; below, what stood in the way. */
function failureLines({ failures, regulation }: ScenarioRun, lang: Lang): readonly string[] {
  return failures.flatMap(({ file, line, at, what, expected, actual, because }: Failure) => [
    `  ${shortPath(file)}:${line} ${at ?? ''} ${what}`,
    `    - ${plain(expected)}`,
    `    + ${plain(actual)}`,
    ...(regulation === null || because === undefined ? [] : reasonLines(because, { regulation, lang, zone: shanghai })),
  ])
}

const plain = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

const summary = (all: number, failed: number, lang: Lang): string =>
  lang === 'zh'
    ? `${all} 个情景，${all - failed} 个相符，${failed} 个不符。`
    : `${all} scenarios, ${all - failed} hold, ${failed} do not.`
