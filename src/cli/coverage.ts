import { type Coverage, coverageOf } from '../load/index.js'
import type { Command, Lang } from './command.js'
import { padded } from './help.js'

const statuses = ['executed', 'form', 'judgement', 'not-covered'] as const
const words = {
  zh: {
    executed: '规则执行',
    form: '表单页面',
    judgement: '由人判断',
    'not-covered': '尚未做到',
    total: '条款',
    scenarios: '情景',
    untested: '执行而无情景',
    broken: '读不了',
  },
  en: {
    executed: 'executed',
    form: 'form',
    judgement: 'judgement',
    'not-covered': 'not covered',
    total: 'clauses',
    scenarios: 'scenarios',
    untested: 'executed, no scenario',
    broken: 'cannot be read',
  },
}

export const coverage: Command = {
  name: 'coverage',
  summary: {
    zh: '条款覆盖：每部办法的条款由什么落实，有哪些情景',
    en: 'How each clause is carried, and which scenarios exercise it',
  },
  usage: '[DIR] [--clauses] [--json]',
  options: {
    clauses: { type: 'boolean', text: { zh: '逐条列出规则和情景', en: 'list every clause with its rules and scenarios' } },
  },
  examples: ['coverage', 'coverage --clauses', 'coverage --json'],
  async run(args, deps) {
    const roots = args.positionals[0] === undefined ? deps.regulations : [args.positionals[0]]
    const read = roots.map(coverageOf)
    const [regulations, broken] = [read.flatMap((each) => each.regulations), read.flatMap((each) => each.broken)]
    if (args.json) deps.out(JSON.stringify({ regulations, broken }, null, 2))
    else {
      for (const each of regulations)
        deps.out([...summary(each, args.lang), ...(args.flag('clauses') ? clauseLines(each, args.lang) : [])].join('\n'))
      for (const folder of broken) deps.out(`✗ ${folder}  ${words[args.lang].broken}`)
    }
    return broken.length > 0 ? 1 : 0
  },
}

function summary(each: Coverage, lang: Lang): readonly string[] {
  const said = words[lang]
  const counts = statuses.map((status) => `${said[status]} ${each.counts[status]}`).join('  ')
  return [
    `${each.title[lang]} ${each.id}/${each.version}`,
    `  ${said.total} ${each.total}  ${counts}`,
    `  ${said.scenarios} ${each.scenarios}  ${said.untested} ${each.unexercised.length}`,
  ]
}

function clauseLines({ clauses }: Coverage, lang: Lang): readonly string[] {
  return clauses.flatMap((clause) => {
    const head = `    ${padded(clause.id, 10)}${padded(words[lang][clause.status], 12)}${clause[lang]}`
    const carried = clause.rules.length > 0 ? [`${' '.repeat(14)}${clause.rules.join(' ')}`] : []
    return [head, ...carried, ...clause.scenarios.map((title) => `${' '.repeat(14)}✓ ${title[lang]}`)]
  })
}
