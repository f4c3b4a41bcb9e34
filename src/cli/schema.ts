import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { jsonSchemas, regulationJsonSchema } from '../load/index.js'
import type { Command } from './command.js'

export const schema: Command = {
  name: 'schema',
  summary: {
    zh: '写出 docs/*.schema.json（办法、条款、情景），供编辑器提示和检查',
    en: 'Write docs/*.schema.json (rules, clauses, scenarios) for editors',
  },
  usage: '[FILE]',
  options: {},
  examples: ['schema', 'schema /tmp/regulation.schema.json', 'schema --json'],
  async run(args, deps) {
    const text = (each: unknown): string => `${JSON.stringify(each, null, 2)}\n`
    if (args.json) {
      deps.out(text(regulationJsonSchema()).trimEnd())
      return 0
    }
    const [only] = args.positionals
    const files =
      only === undefined
        ? Object.entries(jsonSchemas()).map(([name, each]) => ({ file: join(deps.root, 'docs', name), each }))
        : [{ file: only, each: regulationJsonSchema() }]
    for (const { file, each } of files) {
      writeFileSync(file, text(each))
      deps.out(args.lang === 'zh' ? `已写入 ${file}` : `Written to ${file}`)
    }
    return 0
  },
}
