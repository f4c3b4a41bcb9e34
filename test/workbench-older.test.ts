import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const workbench = fileURLToPath(new URL('../src/web/workbench/', import.meta.url))
const below = (end: string): readonly string[] =>
  readdirSync(workbench, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith(end))
const read = (name: string): string => readFileSync(join(workbench, name), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')

const older = read('css/older.css')
const styles = below('.css').filter((name) => name !== join('css', 'older.css'))
const rules = styles.flatMap((name) =>
  [...read(name).matchAll(/([^{};]+)\{([^{}]*)\}/g)].map(([, selector = '', body = '']) => ({ selector: selector.trim(), body })),
)

/** The classes that a kind of part is written with. */
const classesOf = (part: string): readonly string[] => [
  ...new Set(
    below('.tsx').flatMap((name) =>
      [...read(name).matchAll(new RegExp(`<${part}\\b[^>]*?className="([^"]+)"`, 'g'))].flatMap(([, all = '']) => all.split(' ')),
    ),
  ),
]

it('names each fieldset that is a row: before Chromium 84 it stands as a column', () => {
  const rows = classesOf('fieldset').filter((name) =>
    rules.some(({ selector, body }) => selector === `.${name}` && /display:\s*(inline-)?flex/.test(body) && !/column/.test(body)),
  )
  expect(rows.length).toBeGreaterThan(0)
  expect(
    rows.filter((name) => !new RegExp(`fieldset\\.${name}( \\{|,)`).test(older) || !older.includes(`fieldset.${name} > *`)),
  ).toEqual([])
})

it('names each button that is a grid: before Chromium 83 its parts stand below one another', () => {
  const grids = classesOf('button').filter((name) =>
    rules.some(({ selector, body }) => selector === `.${name}` && /display:\s*(inline-)?grid/.test(body)),
  )
  expect(grids.filter((name) => !older.includes(`.${name} > `))).toEqual([])
})

it('gives no part its width by min() alone: before Chromium 79 it would have none', () => {
  const left = rules
    .filter(({ body }) => /(^|[\s;])(width|height):[^;]*\b(min|max|clamp)\(/.test(body))
    .map(({ selector }) => selector)
  expect(left).toEqual([])
})
