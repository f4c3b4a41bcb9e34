import type { Lang, RosterKind } from '../../contract/index.js'
import { listComma } from '../../core/index.js'
import type { Said } from './table-faults.js'

const listed = (names: readonly string[], lang: Lang): string => names.slice(0, 20).join(listComma[lang])

/** A column of a list: what it is called, under which other heads it is known, and what to write in it. */
export type RosterColumn = {
  readonly id: string
  readonly name: Said
  readonly heads: readonly string[]
  readonly isNeeded: boolean
  readonly says: Said
}

const column = (id: string, name: Said, heads: readonly string[], says: Said, isNeeded = false): RosterColumn => ({
  ...{ id, name, heads: [name.zh, name.en, ...heads], isNeeded, says },
})

/** Of whoever has an account. */
const login = column(
  'login',
  { zh: '登录名', en: 'Login' },
  ['账号', '帐号', '用户名', 'account', 'username'],
  { zh: '登录时输入的名字，每人不同', en: 'what is typed to sign in; each their own' },
  true,
)
const contact = column(
  'contact',
  { zh: '联系方式', en: 'Contact' },
  ['手机', '手机号', '手机号码', '电话', '邮箱', 'telephone', 'email'],
  {
    zh: '可以空着；能发送时，设置密码的链接直接发给本人',
    en: 'may stay empty; where things can be sent, the link to set a password goes straight there',
  },
)

/** In the order of the template. */
export const rosterColumns: Readonly<Record<RosterKind, readonly RosterColumn[]>> = {
  units: [
    column(
      'name',
      { zh: '单位名称', en: 'Unit' },
      ['单位', '名称', '部门', '机构名称', 'name'],
      { zh: '一行一个单位，写规范全称', en: 'one unit a row, by its full name' },
      true,
    ),
    column('parent', { zh: '上级单位', en: 'Above it' }, ['上级', '主管单位', '隶属', 'parent'], {
      zh: '写名单里或已经建好的单位；没有上级的空着',
      en: 'a unit of this list or one that is there; empty where nothing is above it',
    }),
    column('unitKind', { zh: '单位类别', en: 'Kind of unit' }, ['类别', '类型', 'kind'], {
      zh: '从下面的类别里选一个；不定类别的空着',
      en: 'one of the kinds below; empty where that is not said',
    }),
    column('id', { zh: '单位标识', en: 'Identifier' }, ['标识', '编码', 'id'], {
      zh: '可以空着，系统自己编；只能用英文字母、数字、短横',
      en: 'may stay empty: it gets one by itself; letters, digits, hyphens',
    }),
  ],
  people: [
    column('name', { zh: '姓名', en: 'Name' }, ['人员', '名字'], { zh: '一行一个人', en: 'one person a row' }, true),
    login,
    contact,
    column('roles', { zh: '身份', en: 'Roles' }, ['角色', '岗位', 'role'], {
      zh: '从下面的身份里选；几个身份用顿号隔开',
      en: 'of the roles below; several with commas between them',
    }),
    column('unit', { zh: '所在单位', en: 'Of unit' }, ['单位', '部门', '单位名称', 'unit'], {
      zh: '身份要分单位的，写已经建好的单位',
      en: 'where the role is held for a unit: one that is there',
    }),
  ],
  listed: [
    column(
      'name',
      { zh: '姓名或名称', en: 'Name' },
      ['姓名', '名称', '代表', '委员', '代表姓名', '委员姓名', '名字'],
      { zh: '一行一个人，或一个集体', en: 'one person a row, or one body' },
      true,
    ),
    login,
    column('list', { zh: '名单', en: 'List' }, ['类别', '类型', 'kind'], {
      zh: '从下面的名单里选一个；只有一个名单的可以空着',
      en: 'one of the lists below; where there is only one it may stay empty',
    }),
    column(
      'standing',
      { zh: '代表团、界别等', en: 'Delegation, sector and the like' },
      ['代表团', '界别', 'delegation', 'sector'],
      {
        zh: '可以空着',
        en: 'may stay empty',
      },
    ),
    contact,
  ],
}

type RosterWords = {
  readonly title: Readonly<Record<RosterKind, string>>
  readonly guide: string
  readonly guideHeads: readonly [string, string, string]
  readonly needed: string
  readonly choices: string
  readonly withUnit: string
  readonly byTemplate: string
  readonly noColumn: (names: readonly string[]) => string
  readonly unknownUnit: (text: string) => string
  readonly manyUnits: (text: string) => string
  readonly unknownKind: (text: string, kinds: readonly string[]) => string
  readonly unknownRole: (text: string, roles: readonly string[]) => string
  readonly needsList: (lists: readonly string[]) => string
  readonly unknownList: (text: string, lists: readonly string[]) => string
  readonly needsUnit: (role: string) => string
  readonly tooManyRows: (most: number) => string
  readonly otherSheet: (name: string, rows: number) => string
}

export const rosterWords: Readonly<Record<Lang, RosterWords>> = {
  zh: {
    title: { units: '单位名单', people: '人员名单', listed: '提出人名单' },
    guide: '怎样填写',
    guideHeads: ['列', '是否必填', '怎样填'],
    needed: '必填',
    choices: '可以填的',
    withUnit: '（要写所在单位）',
    byTemplate: '列名请照“下载模板”里的写。',
    noColumn: (names) => `没有找到${names.map((name) => `“${name}”`).join('、')}这一列。`,
    unknownUnit: (text) => `没有“${text}”这个单位，请先建好，或改成已有的名称`,
    manyUnits: (text) => `叫“${text}”的单位不止一个，请改写单位标识`,
    unknownKind: (text, kinds) =>
      kinds.length === 0
        ? `这里的办法没有分单位类别，请把“${text}”空着`
        : `没有“${text}”这个类别，可以填：${listed(kinds, 'zh')}`,
    unknownRole: (text, roles) => `没有“${text}”这个身份，可以填：${listed(roles, 'zh')}`,
    needsList: (lists) => `要写明在哪个名单，可以填：${listed(lists, 'zh')}`,
    unknownList: (text, lists) =>
      lists.length === 0 ? '所用的办法没有提出人的名单' : `没有“${text}”这个名单，可以填：${listed(lists, 'zh')}`,
    needsUnit: (role) => `“${role}”要写明所在单位`,
    tooManyRows: (most) => `名单超过 ${most} 行，请分成几份。`,
    otherSheet: (name, rows) => `只读一张工作表；“${name}”有 ${rows} 行，没有读。那里也有名单的，请另存为一个文件再导入。`,
  },
  en: {
    title: { units: 'Units', people: 'People', listed: 'Known requesters' },
    guide: 'How to fill it in',
    guideHeads: ['Column', 'Needed', 'What to write'],
    needed: 'needed',
    choices: 'May be written',
    withUnit: ' (with its unit)',
    byTemplate: 'Name the columns as the template does.',
    noColumn: (names) => `There is no column ${names.map((name) => `"${name}"`).join(', ')}.`,
    unknownUnit: (text) => `There is no unit "${text}": add it first, or write the name of one that is there`,
    manyUnits: (text) => `Several units are called "${text}": write the identifier instead`,
    unknownKind: (text, kinds) =>
      kinds.length === 0
        ? `No regulation here speaks of kinds of units: leave "${text}" out`
        : `There is no kind "${text}". There are: ${listed(kinds, 'en')}`,
    unknownRole: (text, roles) => `There is no role "${text}". There are: ${listed(roles, 'en')}`,
    needsList: (lists) => `Write on which list. There are: ${listed(lists, 'en')}`,
    unknownList: (text, lists) =>
      lists.length === 0
        ? 'The regulations in use have no list of requesters'
        : `There is no list "${text}". There are: ${listed(lists, 'en')}`,
    needsUnit: (role) => `"${role}" is held for a unit: write which`,
    tooManyRows: (most) => `The list has more than ${most} rows; bring it in in parts.`,
    otherSheet: (name, rows) =>
      `One sheet is read; “${name}” with ${rows} rows was not. If it holds a list too, save it as a file of its own and bring that in.`,
  },
}
