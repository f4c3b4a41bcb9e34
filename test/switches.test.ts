import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')

/** Switches over what is not ours to close: the words of another library. */
const notOurs = ['src/load/format/shape-findings.ts', 'src/app/documents/paper-blocks.ts']

const filesIn = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)

/** The rest of a union may be handed on to a function that is made for it: what does not belong there does not compile. */
function handsOn(clause: ts.DefaultClause): boolean {
  const [asked = ''] = clause.parent.parent.expression.getText().split('.')
  let isHandedOn = false
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.arguments.some((each) => each.getText() === asked)) isHandedOn = true
    ts.forEachChild(node, visit)
  }
  ts.forEachChild(clause, visit)
  return isHandedOn
}

/** Where a switch lets what it does not know pass without a word: a forgotten kind should fail to compile. */
function quietDefaults(file: string): readonly string[] {
  const text = readFileSync(join(root, file), 'utf8')
  if (!text.includes('default:')) return []
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isDefaultClause(node) && !/unreachable\(|throw /.test(node.getText()) && !handsOn(node)) {
      found.push(`${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`)
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

it('no switch has a quiet default', () => {
  const files = filesIn('src')
  expect(files.length).toBeGreaterThan(1000)
  expect(files.filter((file) => !notOurs.includes(file)).flatMap(quietDefaults)).toEqual([])
})
