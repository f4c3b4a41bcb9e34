import { howMany, type RosterKind } from '../../../contract/index.js'

const titleZh: Readonly<Record<RosterKind, string>> = {
  units: '从表格导入单位',
  people: '从表格导入人员',
  listed: '从表格导入提出人',
}
const titleEn: Readonly<Record<RosterKind, string>> = {
  units: 'Units from a spreadsheet',
  people: 'People from a spreadsheet',
  listed: 'Requesters from a spreadsheet',
}

/** What the screen says on which lists of units, people and known requesters are brought in. */
export const rosterWords = {
  zh: {
    title: titleZh,
    lead: '先下载模板填好，再选择填好的表格。先看预览，确认以后再导入；已经有的不会重复建，改不了的行连同原因退给您。',
    template: '下载模板',
    file: '选择表格（XLSX、CSV）',
    working: '正在处理，请不要关闭页面。',
    preview: '预览',
    sum: (read: number, added: number, known: number, refused: number): string =>
      `共 ${read} 行：新增 ${added}，已有 ${known}，不能导入 ${refused}。`,
    headAt: (row: number): string => `列名在第 ${row} 行。`,
    unused: (names: string): string => `没有用到的列：${names}`,
    row: (row: number): string => `第 ${row} 行：`,
    said: (name: string, value: string): string => `${name}：${value}`,
    next: '　',
    first: '将要新增的（前几行）',
    refused: '不能导入的行',
    moreRefused: '这里只列出前面的，全部在下载的文件里。',
    previewNote: '以上只是预览，还没有写入。',
    send: (count: number): string => `导入 ${count} 行`,
    done: '导入结果',
    download: '下载不能导入的行（附原因），改好后再导入',
    links: (count: number, until: string): string =>
      `下载 ${count} 人的设置密码链接（只有这一次，每条只能用一次，${until} 前有效）`,
    linksLead: '请当面或通过内部渠道分别交给本人。这些链接是谁生成的，本人和审计员都看得到。',
    linksFile: '设置密码链接',
    linkHeads: ['姓名', '登录名', '链接'],
    close: '完成',
  },
  en: {
    title: titleEn,
    lead: 'Download the template, fill it in, and choose it here. Look at the preview first. What is there already is not added twice; rows that cannot come in are given back with the reason.',
    template: 'Download the template',
    file: 'Choose a table (XLSX, CSV)',
    working: 'Working; please keep this page open.',
    preview: 'Preview',
    sum: (read: number, added: number, known: number, refused: number): string =>
      `${howMany(read, 'row')}: ${added} new, ${known} known, ${refused} cannot come in.`,
    headAt: (row: number): string => `The heads stand in row ${row}.`,
    unused: (names: string): string => `Columns not used: ${names}`,
    row: (row: number): string => `Row ${row}: `,
    said: (name: string, value: string): string => `${name}: ${value}`,
    next: '; ',
    first: 'What would be added (the first rows)',
    refused: 'Rows that cannot come in',
    moreRefused: 'Only the first are listed; the file to download has all.',
    previewNote: 'This is a preview; nothing is written yet.',
    send: (count: number): string => `Bring in ${howMany(count, 'row')}`,
    done: 'What became of the list',
    download: 'Download the refused rows with their reasons',
    links: (count: number, until: string): string =>
      `Download the links by which ${count === 1 ? 'one person sets a password' : `${count} people set their passwords`} (this once; each works once, until ${until})`,
    linksLead: 'Hand each to its person, in person or by an internal channel. The person and the auditor see who made it.',
    linksFile: 'links',
    linkHeads: ['Name', 'Login', 'Link'],
    close: 'Done',
  },
}
