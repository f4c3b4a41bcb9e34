import type { Said } from './table-faults.js'

/** Why a file is not read as a mail. */
export const mailFaults = {
  tooLarge: (megabytes: number): Said => ({
    zh: `邮件超过 ${megabytes} MB，没有读取。`,
    en: `The mail is larger than ${megabytes} MB and was not read.`,
  }),
  notAMail: { zh: '不是电子邮件。', en: 'This is not a mail.' },
  notAMailFile: {
    zh: '不是 .eml 或 .mbox 文件，没有读取。',
    en: 'This is neither an .eml nor an .mbox file; it was not read.',
  },
  notABox: { zh: '开头不像 mbox 邮箱文件。', en: 'It does not begin as an mbox does.' },
  tooDeep: {
    zh: '邮件里套的层数或部分太多，没有读取。请打开这封邮件，把来信另存为单独的邮件再导入。',
    en: 'The mail holds too many parts within parts and was not read. Open it, save the letter as a mail of its own, and import that.',
  },
} as const satisfies Record<string, Said | ((megabytes: number) => Said)>

/** What is told of a mail that came in, and what was left of it. */
export const mailNotes = {
  unreadable: (name: string): Said => ({
    zh: `“${name}”的编码方式不认识，没有收。`,
    en: `"${name}" is coded in an unknown way and was left.`,
  }),
  tooMany: (most: number): Said => ({ zh: `超过 ${most} 个文件，没有收。`, en: `More than ${most} files; it was left.` }),
  noPlace: (names: readonly string[]): Said => ({
    zh: `这类来件不收文件，没有收：${names.join('、')}。`,
    en: `Messages of this kind take no files; left: ${names.join(', ')}.`,
  }),
  doubtful: {
    zh: '有的文字看不出用的是哪种编码，读出来的可能不对，请核对原件。',
    en: 'In which characters some of it is written could not be told; what was read may be wrong. Check the original.',
  },
  otherTime: (written: string): Said => ({
    zh: `邮件写的时间“${written}”不可能，用了收到的时间。`,
    en: `The time the mail names (${written}) cannot be; the time it was received was taken.`,
  }),
  noTime: (written: string): Said => ({
    zh: `邮件写的时间“${written}”读不出，没有采用。`,
    en: `The time the mail names (${written}) cannot be read and was not taken.`,
  }),
  keptWhole: { zh: '整封邮件已作为原件封存。', en: 'The whole mail is kept, sealed, as the original.' },
  automatic: (line: string): Said => ({
    zh: `自动发出的邮件（${line}），没有导入；要导入请写明自动邮件也导入（命令行用 --automatic）。`,
    en: `A machine sent this mail (${line}); it was not brought in. To bring it in, ask for mails of machines too (on the command line: --automatic).`,
  }),
} as const

/** Stands before a letter that was forwarded within another. Part of the text kept, so in both languages at once. */
export const forwardedMark = '---------- 转发的来信 Forwarded message ----------'
export const forwardedHeads = { subject: '主题 Subject: ', date: '时间 Date: ' } as const

/** A file that came without a name. */
export const namelessFile: Said = { zh: '无名附件', en: 'unnamed file' }
