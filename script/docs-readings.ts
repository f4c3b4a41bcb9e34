import { type ClauseRef, type Parameter, type Regulation, shownClause } from '../src/core/index.js'
import type { Library } from '../src/load/index.js'

const head = `# Readings

Where a regulation's text leaves a choice, somebody has to choose. The choice is a \`parameter\` of the regulation, beside the rules, with
the clause it belongs to and the readings that would have been possible. This page is made from them by \`npx tsx script/docs.ts\`.

- **值** is what stands in the file. ● means that rules refer to it as \`$name\`: changing the value changes what the platform does.
  ○ means that the rules were written that way: to change the reading, change the rules as well.
- A **discretion** is a vague word of the text. A person weighs it; the platform puts no number in its place.
- **Not covered** are the clauses for which there is neither rule nor form nor record yet, with the reason.

An office that reads a clause otherwise changes the value and runs the scenarios, which show what that moves.
`

/** docs/readings.md, for every version of every regulation. */
export function readingsPage(library: Library): string {
  const sections = library.folders.flatMap(({ id, version, folder }) => {
    const regulation = library.find(id, version)
    if (regulation === null) throw new Error(`${folder} does not load: run script/huiyin check`)
    return [sectionOf(regulation)]
  })
  return `${[head, sections.join('\n\n')].join('\n')}\n`
}

function sectionOf(regulation: Regulation): string {
  const clauses = (refs: readonly ClauseRef[]) =>
    [...new Set(refs.map((ref) => shownClause(regulation.clauses, ref).zh))].join('、')
  const readings = Object.values({ ...regulation.parameters, ...regulation.readings }).map((each) => [
    ...questionAndReading(each),
    `${Object.hasOwn(regulation.parameters, each.id) ? '●' : '○'} ${written(each.value)}`,
    each.alternatives.map(written).join('；'),
    clauses(each.clause),
    `\`${each.id}\``,
  ])
  const discretions = Object.values(regulation.discretions).map((each) => [
    each.words?.zh ?? '（原文没有写明天数）',
    regulation.roles[each.judge]?.name.zh ?? each.judge,
    clauses(each.clause),
    `\`${each.id}\``,
  ])
  const uncovered = Object.values(regulation.clauses).filter(({ status }) => status === 'not-covered')
  return [
    `## ${regulation.title.zh}`,
    `\`${regulation.id}/${regulation.version}\``,
    table(['问题', '采用的读法', '值', '其他读法', '条款', '标识'], readings),
    '### 由人斟酌的用词 · discretions',
    table(['原文用词', '由谁斟酌', '条款', '标识'], discretions),
    '### 尚未做到的条款 · not covered',
    table(
      ['条款', '概括', '原因'],
      uncovered.map(({ shown, zh, why }) => [shown.zh, zh, why?.zh ?? '']),
    ),
  ].join('\n\n')
}

/** What is asked, and the reading that follows the question mark. */
function questionAndReading({ asks }: Parameter): [string, string] {
  const end = asks.zh.indexOf('？') + 1
  return [asks.zh.slice(0, end), asks.zh.slice(end)]
}

const written = (value: unknown): string => `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``

export const table = (columns: readonly string[], rows: readonly (readonly string[])[]): string =>
  [columns, columns.map(() => '---'), ...rows].map((cells) => `| ${cells.map(plain).join(' | ')} |`).join('\n')

const plain = (cell: string): string => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')
