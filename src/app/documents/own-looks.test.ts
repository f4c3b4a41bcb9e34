import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import PizZip from 'pizzip'
import { expect, it } from 'vitest'
import { root } from '../app.fixtures.js'
import { openFiller } from './filler.js'
import { paperBlocks } from './paper-blocks.js'

const template = readFileSync(join(root, 'templates/matter-sheet.docx'))
const sheet = readFileSync(join(root, 'test/fixtures/regulations/example-mailbox/2025-01-01/documents/assignment-sheet.docx'))

/** As a program saves a file that makes the ids of styles of their names, and has a style of its own under one of ours. */
function savedElsewhere(docx: Uint8Array): Uint8Array {
  const zip = new PizZip(docx)
  const styles = zip.file('word/styles.xml')?.asText() ?? ''
  const ids = [...styles.matchAll(/w:styleId="(\w+)"><w:name w:val="(Huiyin [^"]+)"/g)].map(([, id, name]) => [id, name] as const)
  expect(ids.length).toBeGreaterThan(20)
  for (const part of ['word/document.xml', 'word/styles.xml']) {
    const xml = ids.reduce(
      (text, [id, name]) =>
        text
          .replaceAll(`w:styleId="${id}"`, `w:styleId="${name?.replaceAll(' ', '')}"`)
          .replaceAll(`w:pStyle w:val="${id}"`, `w:pStyle w:val="${name?.replaceAll(' ', '')}"`),
      zip.file(part)?.asText() ?? '',
    )
    zip.file(
      part,
      xml.replace('</w:styles>', '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style></w:styles>'),
    )
  }
  return zip.generate({ type: 'uint8array' })
}

it.each([
  ['a sheet', template],
  ['a paper with a red mark', sheet],
])('sets %s alike, whichever program saved its template', async (_, docx) => {
  const fill = await openFiller()
  const name = '示例市“五型”政府建设领导小组办公室和另外几个机关'
  const values = { 机关: name, 事由: '解放路东段路灯连续多日不亮，群众夜间出行不便，反映多次没有结果', 截至: '2026-11-30 24:00' }
  const [own, other] = [fill(docx, values), fill(savedElsewhere(docx), values)]
  expect(await paperBlocks(other)).toEqual(await paperBlocks(own))
  const sizes = (file: Uint8Array) =>
    new PizZip(file)
      .file('word/document.xml')
      ?.asText()
      .match(/<w:sz w:val="\d+"\/>/g) ?? []
  expect(sizes(other)).toEqual(sizes(own))
})

it('tells once what stands in a frame for newer programs and again for older ones, line by line', async () => {
  const zip = new PizZip(template)
  const frame = '<w:txbxContent><w:p><w:r><w:t>甲</w:t></w:r></w:p><w:p><w:r><w:t>乙</w:t></w:r></w:p></w:txbxContent>'
  const both = `<mc:AlternateContent><mc:Choice>${frame}</mc:Choice><mc:Fallback>${frame}</mc:Fallback></mc:AlternateContent>`
  const space = 'xmlns:w="http://w" xmlns:mc="http://mc"'
  zip.file('word/document.xml', `<w:document ${space}><w:body><w:p><w:r>${both}</w:r></w:p></w:body></w:document>`)
  expect(await paperBlocks(zip.generate({ type: 'uint8array' }))).toEqual([{ kind: 'line', look: '', text: '甲\n乙' }])
})
