import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { regulationJsonSchema } from '../load/index.js'
import type { Command } from './command.js'

export const schema: Command = {
  name: 'schema',
  summary: { zh: '写出 docs/regulation.schema.json，供编辑器提示和检查', en: 'Write docs/regulation.schema.json for editors' },
  usage: '[FILE]',
  options: {},
  examples: ['schema', 'schema /tmp/regulation.schema.json', 'schema --json'],
  async run(args, deps) {
    const text = `${JSON.stringify(regulationJsonSchema(), null, 2)}\n`
    if (args.json) {
      deps.out(text.trimEnd())
      return 0
    }
    const file = args.positionals[0] ?? join(deps.root, 'docs', 'regulation.schema.json')
    writeFileSync(file, text)
    deps.out(args.lang === 'zh' ? `已写入 ${file}` : `Written to ${file}`)
    return 0
  },
}
