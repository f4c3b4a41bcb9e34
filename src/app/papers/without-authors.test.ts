import { crc32 } from 'node:zlib'
import { expect, it } from 'vitest'
import { zipOf } from '../tables/table-files.fixtures.js'
import { unpacked, zipEntries } from '../tables/zip-entries.js'
import { withoutAuthors } from './without-authors.js'

const inZip = 'application/vnd.openxmlformats-officedocument.'
const word = `${inZip}wordprocessingml.document`
const excel = `${inZip}spreadsheetml.sheet`
const who = 'WANG-OF-BLOCK-7'

const core = `<cp:coreProperties><dc:creator>${who}</dc:creator><cp:lastModifiedBy>${who}</cp:lastModifiedBy></cp:coreProperties>`
const photo = Buffer.concat([
  Buffer.from('ffd8ffe1001e', 'hex'),
  Buffer.from(`Exif\0\0${who}       `),
  Buffer.from('ffdb000300ffda0004123478aaffd9', 'hex'),
])
const letter = `<w:document><w:t>署名 author="路人" 的信</w:t><w:ins w:author="${who}"><w:t>加的一句</w:t></w:ins></w:document>`

const textOf = (bytes: Uint8Array): string =>
  (zipEntries(bytes) ?? [])
    .map((entry) => `${entry.name} ${Buffer.from(unpacked(entry, 100_000) as Uint8Array).toString('latin1')}`)
    .join('\n')
const partOf = (bytes: Uint8Array, name: string): string => {
  const entry = (zipEntries(bytes) ?? []).find((each) => each.name === name)
  return entry === undefined ? '' : Buffer.from(unpacked(entry, 100_000) as Uint8Array).toString()
}

it('takes who wrote it, for whom and on which machine out of a paper of Word; not a word of its text', () => {
  const paper = zipOf({
    '_rels/.rels': `<Relationships><Relationship Id="a" Type="http://x/metadata/thumbnail" Target="docProps/thumbnail.jpeg"/></Relationships>`,
    'docProps/core.xml': core,
    'docProps/app.xml': `<Properties><Company>${who}</Company><Pages>1</Pages></Properties>`,
    'docProps/custom.xml': `<Properties><property name="家庭住址"><vt:lpwstr>${who}</vt:lpwstr></property></Properties>`,
    'docProps/thumbnail.jpeg': photo,
    'word/document.xml': letter,
    'word/comments.xml': `<w:comments><w:comment w:author="${who}" w:initials="${who}">请看</w:comment></w:comments>`,
    'word/people.xml': `<w15:people><w15:person w15:author="${who}"><w15:presenceInfo userId="${who}"/></w15:person></w15:people>`,
    'word/settings.xml': `<w:settings><w:attachedTemplate r:id="rId1"/><w:rsids><w:rsid w:val="00AA"/></w:rsids></w:settings>`,
    'word/_rels/settings.xml.rels': `<Relationships><Relationship Id="rId1" Type="http://x/attachedTemplate" Target="file:///C:/Users/${who}/a.dotm" TargetMode="External"/></Relationships>`,
    'word/media/image1.jpeg': photo,
  })
  const clean = withoutAuthors(word, paper)
  expect(textOf(paper)).toContain(who)
  expect(textOf(clean.bytes)).not.toContain(who)
  expect(textOf(clean.bytes)).not.toContain('thumbnail')
  expect(partOf(clean.bytes, 'word/document.xml')).toBe(letter.replace(who, ''))
  expect(partOf(clean.bytes, 'docProps/app.xml')).toContain('<Pages>1</Pages>')
  expect(clean.tells).toEqual(['remarks', 'revisions'])
})

it('does so with a workbook, its notes, its printers and the folder it lay in', () => {
  const paper = zipOf({
    'docProps/core.xml': core,
    'xl/workbook.xml': `<workbook><x15ac:absPath url="C:\\Users\\${who}\\"/><fileSharing userName="${who}"/><sheet name="a" state="hidden"/></workbook>`,
    'xl/comments1.xml': `<comments><authors><author>${who}</author></authors><commentList><comment authorId="0"/></commentList></comments>`,
    'xl/persons/person.xml': `<personList><person displayName="${who}" userId="${who}" id="{1}"/></personList>`,
    'xl/worksheets/sheet1.xml': '<worksheet><pageSetup paperSize="9" r:id="rId1"/></worksheet>',
    'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships><Relationship Id="rId1" Type="http://x/printerSettings" Target="../printerSettings/printerSettings1.bin"/></Relationships>`,
    'xl/printerSettings/printerSettings1.bin': who,
  })
  const clean = withoutAuthors(excel, paper)
  expect(textOf(clean.bytes)).not.toMatch(/WANG|printer/)
  expect(partOf(clean.bytes, 'xl/worksheets/sheet1.xml')).toBe('<worksheet><pageSetup paperSize="9"/></worksheet>')
  expect(clean.tells).toEqual(['remarks', 'hidden'])
})

it('writes a zip that says rightly what is in it, and leaves the other parts packed as they were', () => {
  const paper = zipOf({ 'docProps/core.xml': core, 'word/fonts/a.odttf': 'font', 'word/document.xml': '<w:document/>' })
  const { bytes } = withoutAuthors(word, paper)
  const entries = zipEntries(bytes) ?? []
  expect(entries.map(({ name }) => name)).toEqual(['docProps/core.xml', 'word/fonts/a.odttf', 'word/document.xml'])
  const [first] = entries
  const content = unpacked(first as NonNullable<typeof first>, 10_000) as Uint8Array
  expect([first?.size, first?.checksum]).toEqual([content.length, crc32(content)])
})

it.each([
  ['a signed paper', word, zipOf({ '_xmlsignatures/sig1.xml': '<x/>', 'docProps/core.xml': core }), ['signed']],
  [
    'a signed OFD',
    'application/ofd',
    zipOf({ 'OFD.xml': `<ofd:Author>${who}</ofd:Author>`, 'Doc_0/Signs/Signatures.xml': '<x/>' }),
    ['signed'],
  ],
  ['a signed PDF', 'application/pdf', Buffer.from(`%PDF-1.7 /ByteRange [0 1 2 3] /Author (${who})`), ['signed']],
  ['a file of the old container', 'application/msword', Buffer.from(who), ['properties']],
  ['what is no whole zip', word, zipOf({ 'docProps/core.xml': core }).subarray(0, 90), ['properties']],
  ['a text', 'text/plain', Buffer.from(who), []],
])('leaves %s as it is, and says what it still tells', (_, type, bytes, tells) => {
  const clean = withoutAuthors(type, bytes)
  expect(Buffer.from(clean.bytes).equals(bytes)).toBe(true)
  expect(clean.tells).toEqual(tells)
})

it('takes the author out of an OFD', () => {
  const paper = zipOf({ 'OFD.xml': `<ofd:DocInfo><ofd:Author>${who}</ofd:Author><ofd:DocID>7</ofd:DocID></ofd:DocInfo>` })
  const clean = withoutAuthors('application/ofd', paper)
  expect(partOf(clean.bytes, 'OFD.xml')).toBe('<ofd:DocInfo><ofd:Author></ofd:Author><ofd:DocID>7</ofd:DocID></ofd:DocInfo>')
  expect(clean.tells).toEqual([])
})

const pdf = (info: string, ...more: readonly string[]): Buffer =>
  Buffer.concat([
    Buffer.from(`%PDF-1.4\n12 0 obj\n<< ${info} >>\nendobj\n${more.join('\n')}\n`, 'latin1'),
    photo,
    Buffer.from('\ntrailer << /Info 12 0 R >>', 'latin1'),
  ])

it.each([
  ['in brackets', pdf(`/Author (${who} \\) (x) y) /CreationDate (D:20250102)`)],
  ['in figures', pdf(`/Author <${Buffer.from(who).toString('hex')}>`)],
  ['in an object of its own', pdf('/Author 13 0 R', `13 0 obj\n(${who})\nendobj`)],
  ['saved twice', pdf(`/Author (${who})`, `12 0 obj\n<< /Author (${who}) >>\nendobj`)],
  ['in a packet of XMP', pdf('', `<x:xmpmeta><dc:creator>${who}</dc:creator></x:xmpmeta>`)],
])('empties the author of a PDF %s in place, and what its photographs tell', (_, bytes) => {
  const clean = withoutAuthors('application/pdf', bytes)
  const after = Buffer.from(clean.bytes).toString('latin1')
  expect(after).toHaveLength(bytes.length)
  expect(after).not.toContain(who)
  expect(after).not.toContain(Buffer.from(who).toString('hex'))
  expect(after.startsWith('%PDF-1.4\n12 0 obj\n<< ')).toBe(true)
  expect(clean.tells).toEqual([])
})

it('keeps the day a PDF was made, and says where its properties are packed away or locked', () => {
  const dated = withoutAuthors('application/pdf', pdf('/CreationDate (D:20250102)'))
  expect(Buffer.from(dated.bytes).toString('latin1')).toContain('(D:20250102)')
  expect(withoutAuthors('application/pdf', Buffer.from('%PDF-1.5 /Info 4 0 R')).tells).toEqual(['properties'])
  expect(withoutAuthors('application/pdf', pdf('', 'trailer << /Encrypt 5 0 R >>')).tells).toEqual(['properties'])
  const packed = pdf('', '7 0 obj << /Type /Metadata /Filter /FlateDecode >> stream x')
  expect(withoutAuthors('application/pdf', packed).tells).toEqual(['properties'])
})
