import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import ts from 'typescript'

/** Lines that a file, and a function outside JSX, may have. */
const longest = { file: 400, function: 60 }

const root = join(import.meta.dirname, '..')
const rooms = ['src', 'test', 'bench', 'script', 'templates']
const files = rooms.flatMap((room) =>
  readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.([cm]?[jt]sx?|css)$/.test(name))
    .map((name) => `${room}/${name.replaceAll(sep, '/')}`),
)

type Code = { readonly file: string; readonly source: ts.SourceFile }

const linesOf = ({ source }: Code, from: number, to: number): { readonly first: number; readonly last: number } => ({
  first: source.getLineAndCharacterOfPosition(from).line + 1,
  last: source.getLineAndCharacterOfPosition(to).line + 1,
})

const isFunction = (node: ts.Node): node is ts.FunctionLikeDeclaration =>
  ts.isFunctionLike(node) && 'body' in node && node.body !== undefined

/** A story of a test, and the stories told together, are read from top to end. */
const isStory = (node: ts.Node): boolean =>
  ts.isCallExpression(node.parent) && /^(it|test|describe)\b/.test(node.parent.expression.getText())

const isJsx = (node: ts.Node): boolean => ts.isJsxElement(node) || ts.isJsxSelfClosingElement(node) || ts.isJsxFragment(node)

/** Lines of what is drawn in a function, each once: they read as the page does, and are not counted. */
function drawnIn(code: Code, body: ts.Node): number {
  const drawn = new Set<number>()
  const visit = (node: ts.Node): void => {
    if (!isJsx(node)) {
      ts.forEachChild(node, visit)
      return
    }
    const { first, last } = linesOf(code, node.getStart(code.source), node.end)
    for (let line = first; line <= last; line += 1) drawn.add(line)
  }
  visit(body)
  return drawn.size
}

function tooLongIn(code: Code): readonly string[] {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (isFunction(node) && !isStory(node)) {
      const { first, last } = linesOf(code, node.getStart(code.source), node.end)
      const lines = last - first + 1 - drawnIn(code, node)
      if (lines > longest.function) found.push(`${code.file}:${first}: a function of ${lines} lines, at most ${longest.function}`)
    }
    ts.forEachChild(node, visit)
  }
  visit(code.source)
  return found
}

const found = files.flatMap((file) => {
  const text = readFileSync(join(root, file), 'utf8')
  const lines = text.trimEnd().split('\n').length
  const whole = lines > longest.file ? [`${file}: ${lines} lines, at most ${longest.file}`] : []
  if (/\.css$/.test(file)) return whole
  return [...whole, ...tooLongIn({ file, source: ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true) })]
})

for (const each of found) process.stderr.write(`${each}\n`)
process.exitCode = found.length === 0 ? 0 : 1
