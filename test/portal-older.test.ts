import { readFileSync } from 'node:fs'
import { transform } from 'esbuild'
import { expect, it } from 'vitest'

const web = new URL('../src/web/', import.meta.url)
const read = (name: string): string => readFileSync(new URL(name, web), 'utf8')
const scripts = ['portal/enhance.js', 'portal/writing.js', 'parts/solve-proof.js']
const styles = [
  'parts/parts.css',
  'parts/day-strip.css',
  ...['portal', 'forms', 'track', 'lists'].map((name) => `portal/${name}.css`),
]

/** Rules by selector; those within a condition count as rules of their own. */
function rulesOf(style: string): readonly { readonly selector: string; readonly said: readonly (readonly [string, string])[] }[] {
  // What hangs on the size of a part is left out by such an engine as a whole.
  const plain = style.replace(/\/\*[\s\S]*?\*\//g, '').replace(/@container[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '')
  return [...plain.matchAll(/([^{};]+)\{([^{}]*)\}/g)].map(([, selector = '', body = '']) => ({
    selector: selector.trim(),
    said: body.split(';').flatMap((each) => {
      const [, property = '', value = ''] = /^\s*([\w-]+)\s*:\s*([\s\S]+)$/.exec(each) ?? []
      return property === '' ? [] : [[property, value.trim()] as const]
    }),
  }))
}

/** What `older.css` says in place of a rule. */
const saidToOlder = (selector: string): readonly (readonly [string, string])[] =>
  rulesOf(read('portal/older.css').replace(/@supports[^{]*\{/, ''))
    .filter((older) => selector.split(',').every((each) => older.selector.split(',').some((one) => one.trim() === each.trim())))
    .flatMap(({ said }) => said)

/** What Chromium 78 does not know, with what it does not read of a rule. */
const cameLater = /(?<![\w-])(min|max|clamp|color-mix)\(|\d(cqi|cqw|dvh|svh|lvh)\b/
const propertiesCameLater = /^(inset(-.*)?|aspect-ratio|(margin|padding)-(inline|block)|translate|rotate|scale)$/
/** A list of selectors is dropped whole where one of them is not known. */
const selectorsCameLater = /:has\(|:is\(|:where\(|:focus-visible|:not\([^)]*,/

it.each([...scripts, ...styles])('%s, which no build touches, is in words that Chromium 78 knows', async (name) => {
  const loader = name.endsWith('.css') ? 'css' : 'js'
  const compiled = async (target: string) => (await transform(read(name), { loader, target })).code
  expect(await compiled('chrome78')).toBe(await compiled('esnext'))
})

it.each(styles)('%s says in older words first what Chromium 78 would leave out', (name) => {
  const left = rulesOf(read(name)).flatMap(({ selector, said }) =>
    said.flatMap(([property, value], at) => {
      if (propertiesCameLater.test(property)) return [`${selector} { ${property} }`]
      const isInOlderWords = ([own, older]: readonly [string, string]) =>
        (own === property || property.startsWith(`${own}-`)) && !cameLater.test(older)
      const before = [...said.slice(0, at), ...saidToOlder(selector)].some(isInOlderWords)
      return cameLater.test(value) && !before ? [`${selector} { ${property}: ${value} }`] : []
    }),
  )
  expect(left).toEqual([])
  const mixed = rulesOf(read(name)).flatMap(({ selector }) => {
    const each = selector.split(/,(?![^(]*\))/)
    return each.length > 1 && each.some((one) => selectorsCameLater.test(one)) ? [selector] : []
  })
  expect(mixed).toEqual([])
})

it('gives each row a margin where Chromium 78 knows no gap', () => {
  const older = read('portal/older.css')
  const rows = styles.flatMap((name) =>
    rulesOf(read(name)).flatMap(({ selector, said }) => {
      const of = Object.fromEntries(said)
      const isRow = /flex$/.test(of.display ?? '') && of.gap !== undefined && of['flex-direction'] !== 'column'
      return isRow ? selector.split(',').map((each) => each.trim()) : []
    }),
  )
  expect(rows.filter((row) => !older.includes(`${row} > :`))).toEqual([])
})
