import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

/**
 * What once went wrong with what people really send: each kind with the test that shows it mended, and at least two others beside it that
 * nobody had reported. A test that is renamed or taken out is missed here.
 */
const shown: Readonly<Record<string, readonly (readonly [file: string, ...tests: string[]])[]>> = {
  'empty cells at the end of a row': [
    ['src/app/imports/import-file.test.ts', 'one empty cell too many', 'several, with blanks', 'some behind the heads too'],
  ],
  'days before the calendar begins': [
    ['src/cli/cli.test.ts', 'before its first one', 'begun before it, due within it', 'beyond its last notice'],
  ],
  'files lost when a form is sent too fast or too late': [
    ['test/portal-routes.test.ts', 'too fast', 'two days late', 'with a field filled in that nobody sees', 'with no key'],
  ],
  'files as offices keep them': [
    ['src/app/files/file-kind.test.ts', 'a paper of WPS', 'slides of WPS', 'takes no zip for an OFD by its name'],
  ],
  'ids that a spreadsheet has rounded': [
    [
      'src/app/imports/import-file.test.ts',
      'a spreadsheet has shortened',
      'a workbook holds as figures',
      'calls a row known only where',
    ],
  ],
  'long numbers in the ledger': [
    ['src/app/imports/import-file.test.ts', 'writes ledgers whose numbers come back as they were', 'keeps long numbers whole'],
    ['src/app/tables/spreadsheet-cell.test.ts', 'zeros in front', 'what would be a day', 'what would be a power of ten'],
  ],
  'lines that end with a carriage return alone': [
    [
      'src/app/tables/csv-records.test.ts',
      'lines of old Macs',
      'both of the first two',
      'keeps a break of the other kind within quotes',
    ],
  ],
  'an automatic reply': [
    [
      'src/app/mail/read-mail.test.ts',
      'Auto-Submitted: auto-generated',
      'Return-Path: <>',
      'List-Id: <news',
      'Auto-Submitted: no',
    ],
    ['src/app/imports/import-mails.test.ts', 'names what machines sent, and brings it in only where that is asked'],
  ],
  'a mail of China Standard Time': [
    ['src/app/mail/mail-time.test.ts', '08:05:09 CST', '08:05:09 +0800 (CST)', '08:05:09 CST 2025', 'EST'],
  ],
  'a mail whose date names no zone': [
    ['src/app/mail/mail-time.test.ts', "'Tue, 4 Mar 2025 08:05:09'", "'2025-03-04 08:05:09'", "'4 Mar 25 8:05:09'", 'XYZ'],
  ],
  'the name of a file in raw bytes': [['src/app/mail/read-mail.test.ts', 'GBK bytes', 'a name in the type', 'RFC 2231']],
  'a letter forwarded as a file': [
    ['src/app/mail/read-mail.test.ts', "'as a file'", 'within the text', 'as bytes with an ending', 'letters within letters'],
  ],
  'a character set nobody knows': [
    ['src/app/mail/text-of-bytes.test.ts', 'a number of Windows', 'eight bits', 'a name of nobody', 'the wrong one, of Latin'],
  ],
  'characters of four bytes under a smaller name': [
    ['src/app/mail/text-of-bytes.test.ts', 'reads characters beyond GBK under the label', 'windows-936', 'x-gbk'],
  ],
  'a subject cut inside a character': [
    [
      'src/app/mail/read-mail.test.ts',
      'within a character, in Q',
      'within a character of GBK, by two ways',
      'in bytes with no words at all',
    ],
  ],
  'a text part that shows nothing': [['src/app/mail/read-mail.test.ts', "'joiners alone'", 'blanks of every kind', "'nothing'"]],
  'a message that shows nothing': [
    [
      'src/http/routes/matters.test.ts',
      'joiners and marks of order',
      'fillers and wide blanks',
      'selectors and marks of direction',
    ],
    ['src/core/values/shown-text.test.ts', 'tags and selectors', 'an empty cell of braille'],
  ],
  'workbooks of the old kind': [
    [
      'src/app/imports/import-file.test.ts',
      'an old workbook, named otherwise',
      'a workbook older still',
      'a page named like a workbook',
      'a workbook with a password',
    ],
  ],
  'a photograph of another telephone': [
    ['src/app/files/file-kind.test.ts', "'mif1', 'mif1', 'heic'", "'msf1'", "'MiHE'", 'BMP and TIFF'],
  ],
  'a photograph that says where it was taken': [
    ['src/app/pictures/without-place.test.ts', 'EXIF, little end first', 'XMP', 'IPTC', 'out of a PNG'],
    ['src/app/papers/without-authors.test.ts', 'out of a paper of Word', 'what its photographs tell'],
  ],
  'a quotation mark that is never closed': [
    [
      'src/app/tables/csv-records.test.ts',
      'gives up one row to a quotation',
      'does so at the end of the file too',
      'closes it by chance rows later',
    ],
  ],
  'row numbers taken for ids': [['src/app/imports/import-file.test.ts', "'序号'", "'No.'", "' 序 号 '"]],
  'two columns under one head': [
    ['src/app/imports/import-file.test.ts', 'the same head', 'heads that differ by what forms add', 'a head between others'],
  ],
  'searching for one character': [
    [
      'src/store/search/search-matters.test.ts',
      'one character that ends a run',
      'one character within a run',
      'one character of no run',
    ],
  ],
  'searching past what does not show': [
    ['src/store/search/search-matters.test.ts', 'written past what does not show', 'typed with what does not show'],
    ['src/store/search/search-words.test.ts', 'a soft hyphen and a joiner', 'marks of direction'],
  ],
  'times as people write them': [
    [
      'src/app/imports/import-time.test.ts',
      '上午 8:05',
      '下午4点半',
      '二〇二一年十一月三日',
      '11/3/2021 4:20 PM',
      'does not guess',
    ],
  ],
  'times as a spreadsheet counts them': [
    ['src/app/imports/import-time.test.ts', "'44503'", "'44503.680613425924'", "'1635927605'"],
    ['src/app/imports/import-file.test.ts', '45931.5'],
  ],
  'a title above the heads': [
    ['src/app/imports/import-file.test.ts', "'a title'", 'a title, a date and a blank row', 'below blank rows, in a later sheet'],
  ],
  'number and code in full width': [
    ['src/app/entry/read-knock.test.ts', 'full-width figures', 'full-width letters', 'both in full width', 'with their labels'],
  ],
  'text as spreadsheets save it': [
    ['src/app/imports/import-file.test.ts', 'tabs in UTF-16', 'semicolons', 'wide commas', 'bars'],
    ['src/app/tables/text-of.test.ts', 'UTF-16 without it', 'UTF-16 the other way round'],
  ],
  'the workbench on an older browser': [
    [
      'src/http/workbench-shell.test.ts',
      'says in plain words which browser it needs',
      'says it to whoever has no scripts at all',
    ],
    ['test/cases.test.ts', 'what citizens load is read by browsers of 2018'],
  ],
}

const root = join(import.meta.dirname, '..')
const textOf = (file: string): string => readFileSync(join(root, file), 'utf8')

it.each(Object.entries(shown))('%s: shown mended, with others beside it', (_, places) => {
  const named = places.flatMap(([file, ...tests]) => tests.map((test) => ({ file, test })))
  expect(named.length).toBeGreaterThan(2)
  expect(named.filter(({ file, test }) => !textOf(file).includes(test))).toEqual([])
})

it.each(['src/web/portal/enhance.js', 'src/web/parts/solve-proof.js'])(
  'what citizens load is read by browsers of 2018: %s',
  (file) => {
    const code = textOf(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
    expect(code).not.toMatch(/\?\.[\w[(]|\?\?|\|\|=|&&=|\.at\(|\.replaceAll\(|static \{|#\w+ ?[=(]/)
  },
)
