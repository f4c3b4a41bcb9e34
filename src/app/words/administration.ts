import type { Lang } from '../../contract/index.js'

/** What can be wrong with what an administrator filled in. */
export type AdminProblem =
  | 'needed'
  | 'too-long'
  | 'not-a-day'
  | 'wrong-order'
  | 'past'
  | 'not-an-option'
  | 'taken'
  | 'bad-id'
  | 'itself'
  | 'not-held'
  | 'in-use'
  | 'last-admin'
  | 'not-later'
  | 'no-effect'
  | 'password'
  | 'password-common'
  | 'password-own-name'
  | 'password-differs'
  | 'password-same'
  | 'wrong-password'
  | 'wrong-code'
  | 'second-admin'
  | 'not-both'
  | 'too-long-run'

export type AdminField =
  | 'title'
  | 'text'
  | 'act'
  | 'field'
  | 'login'
  | 'name'
  | 'roles'
  | 'isAdmin'
  | 'isDisabled'
  | 'absent'
  | 'present'
  | 'role'
  | 'firstOn'
  | 'lastOn'
  | 'reason'
  | 'instrument'
  | 'kind'
  | 'withdraws'
  | 'unit'
  | 'parent'
  | 'since'
  | 'successor'
  | 'on'
  | 'from'
  | 'to'
  | 'regulation'
  | 'order'
  | 'hints'
  | 'channels'
  | 'icp'
  | 'police'
  | 'site'
  | 'notice'
  | 'contact'
  | 'password'
  | 'again'
  | 'current'
  | 'code'
  | 'isAuditor'
  | 'reach'

type AdminWords = {
  readonly fields: Readonly<Record<AdminField, string>>
  readonly problems: Readonly<Record<AdminProblem, (field: string, limit: number) => string>>
  /** Kinds of entries in the log; one that is not here is shown by its identifier. */
  readonly audit: Readonly<Record<string, string>>
  /** What an entry states, in the order in which it is shown. */
  readonly auditParts: Readonly<Record<string, string>>
  readonly auditValues: Readonly<Record<string, string>>
  /** Whoever has no account. */
  readonly nobody: string
  readonly former: (name: string) => string
  readonly behalf: (person: string, absent: string) => string
  readonly all: string
}

const zh: AdminWords = {
  fields: {
    title: '标题',
    text: '正文',
    act: '用于哪个环节',
    field: '用于哪一项',
    login: '登录名',
    name: '名称',
    roles: '身份',
    isAdmin: '管理员',
    isDisabled: '停用',
    absent: '不在岗的人',
    present: '代理人',
    role: '代理的身份',
    firstOn: '开始日期',
    lastOn: '结束日期',
    reason: '理由',
    instrument: '文号',
    kind: '种类',
    withdraws: '要撤回的调整',
    unit: '单位标识',
    parent: '上级单位',
    since: '启用日期',
    successor: '并入的单位',
    on: '日期',
    from: '从哪一天施行',
    to: '延续到',
    regulation: '办法',
    order: '顺序',
    hints: '填写提示',
    channels: '渠道',
    icp: 'ICP 备案号',
    police: '公安备案号',
    site: '网站标识码',
    notice: '写信须知',
    contact: '联系电话',
    password: '新密码',
    again: '再输一次',
    current: '现在的密码',
    code: '动态码',
    isAuditor: '审计员',
    reach: '联系方式',
  },
  problems: {
    needed: (field) => `请填写“${field}”`,
    'too-long': (field, limit) => `“${field}”最多 ${limit} 个字，请写短一些`,
    'not-a-day': (field) => `“${field}”请写成 2026-05-01 这样的日期`,
    'wrong-order': (field) => `“${field}”不能早于开始日期`,
    past: (field) => `“${field}”已经过去，请选今天或以后的日期`,
    'not-an-option': (field) => `“${field}”不在可选范围内，请重新选择`,
    taken: (field) => `“${field}”已经有人使用，请换一个`,
    'bad-id': (field) => `“${field}”只能用英文字母、数字、短横和下划线，最多 64 个`,
    itself: (field) => `“${field}”不能是自己，请选别的`,
    'not-held': (field) => `不在岗的人没有这个身份，请重新选择“${field}”`,
    'in-use': (field) => `“${field}”正在使用，不能这样改`,
    'last-admin': () => '这是最后一个能登录的管理员，请先让别人担任管理员',
    'not-later': (field) => `“${field}”必须晚于演练现在的日期，演练时钟只能向前`,
    'no-effect': (field) => `“${field}”这几天本来就是这样，不需要调整`,
    'too-long-run': (field, limit) => `“${field}”离开始日期太远，一次最多 ${limit} 天`,
    password: (_field, limit) => `密码至少 ${limit} 个字符，请长一些`,
    'password-common': () => '这个密码太常见，别人最先试的就是它，请换一个；三四个不相干的词连在一起就很好',
    'password-own-name': () => '密码里不要用姓名、登录名或单位名称，请换一个',
    'password-differs': () => '两次输入的密码不一样，请重新输入',
    'password-same': () => '新密码和现在的密码一样，请换一个',
    'wrong-password': () => '现在的密码不对；输错多次要等一会儿再试',
    'wrong-code': () => '动态码不对，请输入验证器上现在显示的6位数字',
    'second-admin': () =>
      '给自己加身份，要由另一位管理员来加；只有一位管理员的，请在服务器上运行 script/huiyin grant，会记入日志',
    'not-both': () => '审计员只看日志，不能同时是管理员；请由不同的人担任',
  },
  audit: {
    'signed-in': '登录',
    'sign-in-failed': '登录失败',
    refused: '访问被拒绝',
    read: '管理员查阅',
    'log-read': '查阅审计日志',
    printed: '打印',
    revealed: '查看身份信息',
    exported: '导出',
    'office-duty-done': '履行机构义务',
    'text-added': '新增规范用语',
    'text-changed': '修改规范用语',
    'text-removed': '删除规范用语',
    'account-added': '新建账号',
    'account-changed': '修改账号',
    'account-link': '发出设置密码的链接',
    'password-set': '凭链接设置密码',
    'password-changed': '本人修改密码',
    'second-factor-set': '启用动态码',
    'second-factor-removed': '停用动态码',
    'sessions-ended': '退出其他登录',
    'units-put': '批量写入单位',
    'unit-added': '新增单位',
    'unit-renamed': '单位更名',
    'unit-merged': '单位合并',
    'unit-moved': '调整上级单位',
    'substitute-added': '安排代理',
    'substitute-ended': '提前结束代理',
    'calendar-changed': '调整工作日历',
    'government-changed': '修改政府信息',
    'form-changed': '修改表单',
    renewed: '登记办法延续',
    'rehearsal-started': '设为演练',
    'clock-moved': '演练时钟前移',
  },
  auditParts: {
    title: '标题',
    name: '名称',
    login: '登录名',
    added: '增加身份',
    removed: '去掉身份',
    isAdmin: '管理员',
    isAuditor: '审计员',
    isDisabled: '停用',
    isShown: '链接显示给了制作人',
    sentTo: '发送到',
    contact: '联系方式',
    password: '由管理员设置了密码',
    by: '方式',
    since: '自',
    successor: '并入',
    on: '日期',
    parent: '上级',
    present: '由谁代理',
    role: '身份',
    firstOn: '从',
    lastOn: '到',
    reason: '理由',
    instrument: '文号',
    kind: '种类',
    changed: '改了哪些',
    from: '从',
    to: '到',
    regulation: '办法',
    what: '内容',
    count: '数量',
    format: '格式',
    moved: '变动的期限数',
    behalf: '代',
    of: '哪一个',
    code: '原因',
    account: '谁',
  },
  auditValues: {
    machine: '在服务器上运行命令',
    off: '放假',
    work: '上班',
    withdrawn: '撤回',
    matters: '事项台账',
    duties: '义务台账',
    statistics: '统计表',
    people: '人员',
    units: '单位',
    calendar: '工作日历',
    government: '政府和办法',
    form: '表单',
    'standard-texts': '规范用语',
    'no-account': '没有这个登录名',
    'no-access': '账号已停用，或还没有设置密码',
    'wrong-password': '密码不对',
  },
  nobody: '未知',
  former: (name) => `原${name}`,
  behalf: (person, absent) => `${person}（代 ${absent}）`,
  all: '全部',
}

const en: AdminWords = {
  fields: {
    title: 'Title',
    text: 'Text',
    act: 'For which act',
    field: 'For which field',
    login: 'Login',
    name: 'Name',
    roles: 'Roles',
    isAdmin: 'Administrator',
    isDisabled: 'Locked',
    absent: 'Who is absent',
    present: 'Substitute',
    role: 'Role',
    firstOn: 'From',
    lastOn: 'Until',
    reason: 'Reason',
    instrument: 'Document number',
    kind: 'Kind',
    withdraws: 'Change to take back',
    unit: 'Identifier of the unit',
    parent: 'Above it',
    since: 'Valid from',
    successor: 'Merged into',
    on: 'Date',
    from: 'In force from',
    to: 'Until',
    regulation: 'Regulation',
    order: 'Order',
    hints: 'Hints',
    channels: 'Channels',
    icp: 'ICP registration',
    police: 'Public security registration',
    site: 'Site code',
    notice: 'Notice for writers',
    contact: 'Telephone',
    password: 'New password',
    again: 'Once more',
    current: 'Password now',
    code: 'Code',
    isAuditor: 'Auditor',
    reach: 'Contact',
  },
  problems: {
    needed: (field) => `Please fill in "${field}"`,
    'too-long': (field, limit) => `"${field}" takes ${limit} characters at most; please shorten it`,
    'not-a-day': (field) => `Please write "${field}" as a date like 2026-05-01`,
    'wrong-order': (field) => `"${field}" cannot be before the first day`,
    past: (field) => `"${field}" has passed; choose today or later`,
    'not-an-option': (field) => `"${field}" is none of the choices; please choose again`,
    taken: (field) => `"${field}" is in use; please choose another`,
    'bad-id': (field) => `"${field}" takes letters, digits, hyphen and underscore, 64 at most`,
    itself: (field) => `"${field}" cannot be the same; please choose another`,
    'not-held': (field) => `The absent person does not have this role; choose "${field}" again`,
    'in-use': (field) => `"${field}" is in use and cannot be changed so`,
    'last-admin': () => 'This is the last administrator who can sign in; make somebody else one first',
    'not-later': (field) => `"${field}" must be after the rehearsal's date: its clock only moves forward`,
    'no-effect': (field) => `"${field}": these days are so already; nothing to change`,
    'too-long-run': (field, limit) => `"${field}" is too far from the first day: ${limit} days at a time`,
    password: (_field, limit) => `A password takes at least ${limit} characters; please make it longer`,
    'password-common': () =>
      'Everybody tries this password first; choose another. Three or four words that have nothing to do with each other are good',
    'password-own-name': () => 'Leave names, login and government out of the password, and choose another',
    'password-differs': () => 'The two passwords differ; type them again',
    'password-same': () => 'This is the password you have now; choose another',
    'wrong-password': () => 'This is not your password now; after several wrong ones wait a while',
    'wrong-code': () => 'The code is wrong: enter the six figures your authenticator shows now',
    'second-admin': () =>
      'Another administrator has to give you a role; where there is none, run script/huiyin grant on the machine: it is logged',
    'not-both': () => 'An auditor reads the log alone and is no administrator; let it be two people',
  },
  audit: {
    'signed-in': 'signed in',
    'sign-in-failed': 'failed to sign in',
    refused: 'was refused',
    read: 'read as administrator',
    'log-read': 'read the log',
    printed: 'printed',
    revealed: 'opened an identity',
    exported: 'exported',
    'office-duty-done': 'did a duty of the office',
    'text-added': 'added a standard text',
    'text-changed': 'changed a standard text',
    'text-removed': 'removed a standard text',
    'account-added': 'made an account',
    'account-changed': 'changed an account',
    'account-link': 'made a link to set a password',
    'password-set': 'password set by link',
    'password-changed': 'own password changed',
    'second-factor-set': 'second factor set up',
    'second-factor-removed': 'second factor removed',
    'sessions-ended': 'sessions ended',
    'units-put': 'wrote a list of units',
    'unit-added': 'added a unit',
    'unit-renamed': 'renamed a unit',
    'unit-merged': 'merged a unit',
    'unit-moved': 'moved a unit',
    'substitute-added': 'arranged a substitute',
    'substitute-ended': 'ended a substitution',
    'calendar-changed': 'changed the calendar',
    'government-changed': 'changed the government',
    'form-changed': 'changed the form',
    renewed: 'recorded a renewal',
    'rehearsal-started': 'made it a rehearsal',
    'clock-moved': 'moved the rehearsal clock',
  },
  auditParts: {
    title: 'title',
    name: 'name',
    login: 'login',
    added: 'roles given',
    removed: 'roles taken',
    isAdmin: 'administrator',
    isAuditor: 'auditor',
    isShown: 'link shown to its maker',
    sentTo: 'sent to',
    contact: 'contact',
    password: 'password set by the administrator',
    by: 'by',
    isDisabled: 'locked',
    since: 'from',
    successor: 'into',
    on: 'on',
    parent: 'above it',
    present: 'substitute',
    role: 'role',
    firstOn: 'from',
    lastOn: 'until',
    reason: 'reason',
    instrument: 'document',
    kind: 'kind',
    changed: 'changed',
    from: 'from',
    to: 'to',
    regulation: 'regulation',
    what: 'what',
    count: 'number',
    format: 'format',
    moved: 'due times moved',
    behalf: 'for',
    of: 'which',
    code: 'why',
    account: 'who',
  },
  auditValues: {
    off: 'day off',
    work: 'workday',
    withdrawn: 'taken back',
    matters: 'ledger of matters',
    duties: 'ledger of duties',
    statistics: 'statistics',
    people: 'people',
    units: 'units',
    calendar: 'calendar',
    government: 'government and regulations',
    form: 'form',
    'standard-texts': 'standard texts',
    'no-account': 'nobody has this login',
    'no-access': 'the account is locked, or has no password yet',
    'wrong-password': 'wrong password',
  },
  nobody: 'unknown',
  former: (name) => `formerly ${name}`,
  behalf: (person, absent) => `${person} (for ${absent})`,
  all: 'all',
}

export const adminWords: Readonly<Record<Lang, AdminWords>> = { zh, en }
