import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const src = join(import.meta.dirname, '../src')
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /^web\/.*(\/words\/[\w.-]+|-words)\.ts$/.test(file) && !/\.(test|fixtures|zh)\.|index\./.test(file),
)

/** Every sentence that is made of values, made of ones; what takes anything but numbers and words is left out. */
function sentences(part: unknown): readonly string[] {
  if (typeof part === 'function') {
    try {
      const said: unknown = part(...Array.from({ length: part.length }, () => 1))
      return typeof said === 'string' ? [said] : []
    } catch {
      return []
    }
  }
  return typeof part === 'object' && part !== null ? Object.values(part).flatMap(sentences) : []
}

const inEnglish = (module: object): readonly unknown[] =>
  Object.entries(module).flatMap(([name, words]) => {
    if (name === 'en' || name.endsWith('En')) return [words]
    return typeof words === 'object' && words !== null && 'en' in words ? [words.en] : []
  })

it('one of something is never told as several', async () => {
  const said = (await Promise.all(files.map(async (file) => inEnglish(await import(join(src, file))).flatMap(sentences)))).flat()
  expect(said.length).toBeGreaterThan(150)
  expect(
    said.filter((each) =>
      /(?<![\d.,:/-])\b1 (?!is\b|was\b|has\b|does\b|of\b|takes\b|needs\b|asks\b|writes\b)(?:other )?[a-z]+s\b/.test(each),
    ),
  ).toEqual([])
})
