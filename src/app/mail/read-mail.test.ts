import { expect, it } from 'vitest'
import { base64, coverGbk, from, gbk, lineOf, mailOf, plainText } from './mail.fixtures.js'
import { type ReadMail, readMail } from './read-mail.js'

const words = '桥下的井盖丢了三天，夜里骑车很危险。'
const read = (...lines: readonly (string | Buffer)[]): ReadMail => {
  const mail = readMail(mailOf(...lines))
  if ('broken' in mail) throw new Error(mail.broken.en)
  return mail
}
const mixed = (...parts: readonly (readonly (string | Buffer)[])[]): readonly (string | Buffer)[] => [
  from,
  'Subject: x',
  'Content-Type: multipart/mixed; boundary=cut',
  '',
  ...parts.flatMap((part) => ['--cut', ...part]),
  '--cut--',
]
const png = ['Content-Transfer-Encoding: base64', '', 'iVBORw0KGgo=']

it.each([
  [
    'within a character, in Base64',
    [`=?utf-8?B?${base64('井').slice(0, 3)}=?=`, ` =?utf-8?B?${Buffer.from('井盖丢了').subarray(2).toString('base64')}?=`],
  ],
  ['within a character, in Q', ['=?UTF-8?Q?=E4=BA=95=E7=9B?=', ' =?utf-8?q?=96=E4=B8=A2=E4=BA=86?=']],
  ['within a character of GBK, by two ways', ['=?gb2312?B?vq64?=', ' =?GB2312?Q?=C7=B6=AA=C1=CB?=']],
  ['between characters, each padded', [`=?utf-8?B?${base64('井')}?= =?utf-8?B?${base64('盖丢了')}?=`]],
  ['under a number', ['=?134?B?vq64x7aqwcs=?=']],
  ['in bytes with no words at all', [coverGbk]],
])('reads a subject cut %s', (_, [first = '', ...more]) => {
  const mail = read(from, lineOf('Subject: ', first), ...more, plainText, '', words)
  expect(mail.cells.subject).toBe('井盖丢了')
  expect(mail.isDoubtful).toBe(false)
})

it('reads who wrote: names in quotes, in bytes, behind the address, beyond GBK', () => {
  const names = [
    ['From: "=?utf-8?B?5p2OLOWbmw==?=" <a@example.com>', '李,四'],
    [lineOf('From: ', gbk('c0eecbc4'), ' <a@example.com>'), '李四'],
    ['From: a@example.com (Li Si)', 'Li Si'],
    ['From: =?GBK?B?gTnvMZU0sjU=?= <a@example.com>', '㐂𠮷'],
    ['From: a@example.com', ''],
  ] as const
  for (const [line, name] of names) {
    const { cells } = read(line, 'Subject: x', plainText, '', words)
    expect([cells.sender, cells.senderAddress]).toEqual([name, 'a@example.com'])
  }
})

it.each([
  ['GBK bytes', lineOf('Content-Disposition: attachment; filename="', coverGbk, '.png"')],
  [
    'GBK bytes of which one looks like an escape',
    lineOf('Content-Disposition: attachment; filename="', gbk('9b5c'), coverGbk, '.png"; size=1'),
  ],
  ['words', 'Content-Disposition: attachment; filename="=?gb18030?B?vq64x7aqwcs=?=.png"'],
  ['RFC 2231', "Content-Disposition: attachment; filename*=gbk''%BE%AE%B8%C7%B6%AA%C1%CB.png"],
  [
    'RFC 2231, cut within a character',
    "Content-Disposition: attachment;\r\n filename*0*=gbk''%BE%AE%B8;\r\n filename*1*=%C7%B6%AA%C1%CB;\r\n filename*2=.png",
  ],
  ['a name in the type', lineOf('Content-Type: image/png; name="', coverGbk, '.png"\r\nContent-Disposition: attachment')],
])('reads the name of a file written in %s', (_, line) => {
  const mail = read(...mixed([plainText, '', words], [line, ...png]))
  expect(mail.files[0]?.name.endsWith('井盖丢了.png')).toBe(true)
  expect(mail.isDoubtful).toBe(false)
  expect(mail.cells.text).toBe(words)
})

it.each([
  ['as a file', 'Content-Disposition: attachment; filename="letter.eml"', 'Content-Type: message/rfc822'],
  ['within the text', 'Content-Disposition: inline', 'Content-Type: message/rfc822'],
  ['without a word', 'X-Nothing: 1', 'Content-Type: message/rfc822'],
  ['as bytes with an ending', 'Content-Disposition: attachment; filename="a.EML"', 'Content-Type: application/octet-stream'],
])('reads a letter that was forwarded %s; who wrote it stands with who sent it, not in the text', (_, disposition, type) => {
  const inner = [
    'From: =?utf-8?B?546L5LqU?= <wang@example.com>',
    `Subject: =?utf-8?B?${base64('井盖')}?=`,
    'Date: Tue, 4 Mar 2025 08:05:09',
    plainText,
    '',
    words,
  ]
  const mail = read(...mixed([plainText, '', '请按程序办理。'], [type, disposition, '', ...inner]))
  expect(mail.cells.text).toContain('请按程序办理。\n\n')
  expect(mail.cells.text).toContain(words)
  expect(mail.cells.text).not.toContain('wang@')
  expect(mail.cells.sender).toBe('李四; 王五 <wang@example.com>')
  expect(mail.files).toEqual([])
})

it('reads letters within letters with their files, and the one that is coded for transport', () => {
  const deepestLetter = mailOf(
    from,
    'Subject: third',
    ...mixed([plainText, '', words], ['Content-Disposition: attachment; filename=a.png', ...png]).slice(2),
  )
  const mail = read(
    ...mixed([
      'Content-Type: message/rfc822',
      'Content-Transfer-Encoding: base64',
      '',
      mailOf(from, 'Subject: second', 'Content-Type: message/rfc822', '', deepestLetter).toString('base64'),
    ]),
  )
  expect(mail.cells.text).toContain(words)
  expect(mail.files.map(({ name }) => name)).toEqual(['a.png'])
})

it.each([
  ['joiners alone', '\u200b\ufeff\u2060'],
  ['blanks of every kind', ' \u3000\u2800\u00a0'],
  ['nothing', ''],
])('takes the page where the text part shows nothing: %s', (_, shown) => {
  const parts = [
    '--cut',
    plainText,
    '',
    shown,
    '--cut',
    'Content-Type: text/html; charset=utf-8',
    '',
    `<p>${words}</p>`,
    '--cut--',
  ]
  expect(read(from, 'Subject: x', 'Content-Type: multipart/alternative; boundary=cut', '', ...parts).cells.text).toBe(words)
  expect(read(from, 'Subject: x', plainText, '', shown).cells.text).toBe('')
})

it('believes a page of itself where the mail says nothing, and joins lines broken for transport', () => {
  const page = lineOf('<meta charset="gb2312"><p>', coverGbk, '</p>')
  expect(read(from, 'Subject: x', 'Content-Type: text/html', '', page).cells.text).toBe('井盖丢了')
  const flowed = 'Content-Type: text/plain; charset=utf-8; format=flowed; delsp=yes'
  expect(read(from, 'Subject: x', flowed, '', '井盖丢了 ', '三天').cells.text).toBe('井盖丢了三天')
})

it('marks what it could only guess, and names what it cannot read', () => {
  const odd = read(from, 'Subject: x', 'Content-Type: text/plain; charset=iso-2022-cn', '', '\u001b$)A\u000e=;')
  expect(odd).toMatchObject({ isDoubtful: true, notes: [{ zh: expect.stringContaining('核对原件') }] })
  const coded = read(
    ...mixed(
      [plainText, '', words],
      ['Content-Type: image/png; name=a.png', 'Content-Transfer-Encoding: x-uuencode', '', 'begin'],
    ),
  )
  expect(coded.left).toMatchObject([{ en: '"a.png" is coded in an unknown way and was left.' }])
  const whole = read(from, 'Subject: x', 'Content-Type: multipart/mixed', '', words)
  expect(whole).toMatchObject({ isDoubtful: true, cells: { text: words } })
})

it.each([
  [
    'an hour that is none',
    ['Date: Tue, 4 Mar 2025 29:05:09 +0800', 'Received: from a; Tue, 4 Mar 2025 10:00:00 +0800'],
    '2025-03-04 10:00',
    1,
  ],
  [
    'a year ahead of the server',
    ['Date: Wed, 4 Mar 2026 08:05:09 +0800', 'Received: from a; Tue, 4 Mar 2025 10:00:00 +0800'],
    '2025-03-04 10:00',
    1,
  ],
  ['nothing but words', ['Date: lately'], '', 1],
  ['no date at all', ['Received: from a; Tue, 4 Mar 2025 02:00:00 GMT'], '2025-03-04 10:00', 0],
  ['a clock without a zone', ['Date: Tue, 4 Mar 2025 08:05:09'], '2025-03-04 08:05:09', 0],
])('says when a mail was written that names %s', (_, heads, date, notes) => {
  const mail = read(from, 'Subject: x', ...heads, plainText, '', words)
  expect([mail.cells.date, mail.notes.length]).toEqual([date, notes])
})

it.each([
  ['Auto-Submitted: auto-generated', true],
  ['Auto-Submitted: no', false],
  ['Precedence: bulk', true],
  ['Precedence: first-class', false],
  ['Return-Path: <>', true],
  ['Return-Path: <li@example.com>', false],
  ['List-Id: <news.example.com>', true],
  ['X-Autoreply: yes', true],
  ['Content-Type: multipart/report; report-type=delivery-status; boundary=cut', true],
  ['X-Auto-Response-Suppress: All', false],
])('tells what machines sent by %s', (line, isMachine) => {
  expect(read(from, 'Subject: x', line, '', words).machine !== null).toBe(isMachine)
})

it('refuses what would cost more than it is worth, and what is no mail', () => {
  const deep = Array.from({ length: 60 }, (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}`)
  const wide = Array.from({ length: 2000 }, () => '--cut\r\n\r\nx')
  const bomb = { broken: { en: expect.stringContaining('too many parts') } }
  expect(readMail(mailOf(from, ...deep))).toMatchObject(bomb)
  expect(readMail(mailOf(from, 'Content-Type: multipart/mixed; boundary=cut', '', ...wide))).toMatchObject(bomb)
  expect(readMail(mailOf(from, `Subject: ${'x'.repeat(300_000)}`, '', words))).toMatchObject(bomb)
  expect(readMail(Buffer.from('hello'))).toMatchObject({ broken: { zh: '不是电子邮件。' } })
  expect(readMail(Buffer.alloc(0))).toMatchObject({ broken: { zh: '不是电子邮件。' } })
})
