import PizZip from 'pizzip'
import { expect, it } from 'vitest'
import { readTemplate } from '../../load/index.js'
import { openFiller } from './filler.js'

const run = (text: string, of = 't') => `<w:r><w:${of} xml:space="preserve">${text}</w:${of}></w:r>`
const marked = (what: string, inside: string) =>
  `<w:${what} w:id="1" w:author="甲" w:date="2026-01-01T00:00:00Z">${inside}</w:${what}>`
const row = (text: string, properties = '') => `<w:tr>${properties}<w:tc><w:p>${run(text)}</w:p></w:tc></w:tr>`
const types = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const body = [
  `<w:p><w:pPr>${marked('pPrChange', '<w:pPr><w:jc w:val="left"/></w:pPr>')}<w:rPr>${'<w:ins w:id="3" w:author="甲"/>'}</w:rPr></w:pPr>`,
  `<w:commentRangeStart w:id="5"/>${run('编号{')}${marked('ins', run('编'))}${marked('del', run('{旧的字段}', 'delText'))}${run('号}')}`,
  '<w:commentRangeEnd w:id="5"/><w:r><w:commentReference w:id="5"/></w:r>',
  `${marked('moveFrom', run('{事由}旧处'))}${marked('moveTo', run('新处'))}</w:p>`,
  `<w:tbl>${row('留下{机关}')}${row('删去的行', '<w:trPr><w:del w:id="9" w:author="甲"/></w:trPr>')}</w:tbl>`,
].join('')

function edited(): Uint8Array {
  const zip = new PizZip()
  const override = (part: string, type: string) => `<Override PartName="/word/${part}.xml" ContentType="${types}.${type}+xml"/>`
  const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
  const relationship = '<Relationship Id="r5" Type="http://x/comments" Target="comments.xml"/>'
  zip.file('[Content_Types].xml', `<Types>${override('document', 'document.main')}${override('comments', 'comments')}</Types>`)
  zip.file('word/_rels/document.xml.rels', `<Relationships>${relationship}</Relationships>`)
  zip.file('word/document.xml', `<w:document ${w}><w:body>${body}</w:body></w:document>`)
  zip.file('word/comments.xml', `<w:comments ${w}><w:comment w:id="5">${run('这一句要不要？')}</w:comment></w:comments>`)
  return zip.generate({ type: 'uint8array' })
}

it('makes the changes that Word followed and leaves comments behind: no paper shows what its template was, or what was said of it', async () => {
  expect(readTemplate(edited())).toMatchObject({ tags: [{ name: '编号' }, { name: '机关' }], faults: [] })
  const fill = await openFiller()
  const zip = new PizZip(fill(edited(), { 编号: '1001', 机关: '示例区' }))
  const paper = zip.file('word/document.xml')?.asText() ?? ''
  expect(paper.replace(/<[^>]+>/g, '')).toBe('编号1001新处留下示例区')
  expect(paper).not.toMatch(/w:(del|ins|move|comment|\w+Change)/)
  expect(Object.keys(zip.files)).not.toContain('word/comments.xml')
  const beside = ['[Content_Types].xml', 'word/_rels/document.xml.rels'].map((name) => zip.file(name)?.asText())
  expect(beside.join('')).not.toContain('comments')
})
