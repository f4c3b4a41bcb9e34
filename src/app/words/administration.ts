import type { Lang } from '../../contract/index.js'

/** What can be wrong with what an administrator filled in. */
export type AdminProblem =
  | 'needed'
  | 'too-long'
  | 'not-a-day'
  | 'wrong-order'
  | 'past'
  | 'not-an-option'
  | 'roles-differ'
  | 'taken'
  | 'same-name'
  | 'bad-id'
  | 'itself'
  | 'not-held'
  | 'in-use'
  | 'last-admin'
  | 'in-hand'
  | 'nobody-left'
  | 'asked-of-them'
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
  | 'asked-already'
  | 'cannot-confirm'
  | 'not-both'
  | 'too-few'
  | 'too-many'
  | 'too-long-run'
  | 'too-large'
  | 'no-picture'
  | 'no-host'
  | 'no-address'
  | 'no-prefix'
  | 'not-in-rehearsal'

export type AdminField =
  | 'title'
  | 'text'
  | 'act'
  | 'field'
  | 'login'
  | 'name'
  | 'fullName'
  | 'unitName'
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
  | 'unitKind'
  | 'paperWords'
  | 'since'
  | 'successor'
  | 'on'
  | 'from'
  | 'to'
  | 'regulation'
  | 'order'
  | 'hints'
  | 'channels'
  | 'hotline'
  | 'icp'
  | 'police'
  | 'site'
  | 'notice'
  | 'contact'
  | 'address'
  | 'hosts'
  | 'emblem'
  | 'password'
  | 'again'
  | 'current'
  | 'code'
  | 'isAuditor'
  | 'list'
  | 'reach'
  | 'days'
  | 'id'
  | 'numberPrefix'
  | 'texts'
  | 'personName'
  | 'until'
  | 'term'
  | 'handTo'
  | 'leavesVacant'

type AdminWords = {
  readonly fields: Readonly<Record<AdminField, string>>
  readonly problems: Readonly<Record<AdminProblem, (field: string, limit: number) => string>>
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
    fullName: '姓名',
    unitName: '单位名称',
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
    unitKind: '类别',
    paperWords: '机关代字',
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
    hotline: '热线',
    icp: 'ICP 备案号',
    police: '公安备案号',
    site: '网站标识码',
    notice: '写信须知',
    contact: '联系电话',
    address: '办公地址',
    hosts: '域名',
    emblem: '徽标',
    password: '新密码',
    again: '再输一次',
    current: '现在的密码',
    code: '动态码',
    isAuditor: '审计员',
    list: '名单',
    reach: '联系方式',
    days: '日志保存天数',
    id: '网址里的标识',
    numberPrefix: '编号的前两位',
    texts: '适用的办法',
    personName: '管理员姓名',
    until: '暂缓到哪一天',
    term: '保管期限',
    handTo: '由谁接手',
    leavesVacant: '暂时没有人担任',
  },
  problems: {
    needed: (field) => `请填写“${field}”`,
    'too-long': (field, limit) => `“${field}”最多 ${limit} 个字，请写短一些`,
    'not-a-day': (field) => `“${field}”请写成 2026-05-01 这样的日期`,
    'wrong-order': (field) => `“${field}”不能早于开始日期`,
    past: (field) => `“${field}”已经过去，请选今天或以后的日期`,
    'not-an-option': (field) => `“${field}”不在可选范围内，请重新选择`,
    'roles-differ': (field) => `“${field}”里有的身份与这里已有的同名，却属于另一方。请先在办法里改用别的身份名`,
    taken: (field) => `“${field}”已经有人使用，请换一个`,
    'same-name': () => '这里已经有一个同名的单位。请改用别的名称；如果就是那一个，在列表里更改它',
    'bad-id': (field) => `“${field}”只能用英文字母、数字、短横和下划线，最多 64 个`,
    itself: (field) => `“${field}”不能是自己，也不能是绕回自己的，请选别的`,
    'not-held': (field) => `不在岗的人没有这个身份，请重新选择“${field}”`,
    'in-use': (field) => `“${field}”正在使用，不能这样改`,
    'last-admin': () => '这是最后一个能登录的管理员，请先让别人担任管理员',
    'in-hand': () => '此人手上还有没办完的事项。请选由谁接手，或者放回岗位由同事领取',
    'nobody-left': () =>
      '还有待办只落在此人桌上，此人离开以后没有人看得到。请先让别人担任同一身份，或者安排代理；确实暂时没有人的，请勾选后再保存',
    'asked-of-them': () =>
      '还有事项在等此人填写，停用以后本人填不了。请先请此人填完，或者由办法允许的人代填；确实不再填写的，请勾选后再保存',
    'not-later': (field) => `“${field}”必须晚于演练现在的日期，演练时钟只能向前`,
    'no-effect': (field) => `“${field}”这几天本来就是这样，不需要调整`,
    'too-long-run': (field, limit) => `“${field}”离开始日期太远，一次最多 ${limit} 天`,
    'too-large': (field, limit) => `“${field}”最大 ${limit} kB，请换小一些的图片`,
    'no-picture': (field) => `“${field}”不是能用的图片，请用 PNG、JPEG、WebP 或 GIF`,
    'no-address': (field) => `“${field}”请用小写字母、数字和短横，不超过 64 个，也不能是系统已另有用处的词`,
    'no-prefix': (field) => `“${field}”请填 10 至 99 之间、别处没有用的两位数字`,
    'not-in-rehearsal': () => '演练里不能增设地方，请回到正式的工作台去做',
    'no-host': (field) => `“${field}”请一行写一个，如 xin.example.gov.cn，不写 https://`,
    password: (_field, limit) => `密码至少 ${limit} 个字符，请长一些`,
    'password-common': () => '这个密码太常见，别人最先试的就是它，请换一个；三四个不相干的词连在一起就很好',
    'password-own-name': () => '密码里不要用姓名、登录名或单位名称，请换一个',
    'password-differs': () => '两次输入的密码不一样，请重新输入',
    'password-same': () => '新密码和现在的密码一样，请换一个',
    'wrong-password': () => '现在的密码不对；输错多次要等一会儿再试',
    'wrong-code': () => '动态码不对，请输入验证器上现在显示的6位数字',
    'asked-already': () => '您已经提出过了，还要另一位管理员确认',
    'cannot-confirm': () =>
      '提出和确认的要是两个人。这两个账号，有一个是由另一个开通或者重设过密码的，不能互相确认；账号确实由本人使用的，请在服务器上运行 script/huiyin vouch，再来确认',
    'second-admin': () =>
      '给自己加身份，要由另一位管理员来加，由对方开通或者重设过密码的账号也不行；没有这样一位的，请在服务器上运行 script/huiyin grant；账号确实由本人使用的，运行 script/huiyin vouch 确认以后也可以加。都会记入日志',
    'too-few': (field, limit) => `“${field}”至少 ${limit} 天（网络安全法第二十一条：不少于六个月）；一直保存的，不填`,
    'too-many': (field, limit) => `“${field}”最多 ${limit} 天；一直保存的，不填`,
    'not-both': () => '审计员只看日志，不能同时是管理员；请由不同的人担任',
  },
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
    fullName: 'Name of the person',
    unitName: 'Name of the unit',
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
    unitKind: 'kind',
    paperWords: 'words before its numbers',
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
    hotline: 'Hotline',
    icp: 'ICP registration',
    police: 'Public security registration',
    site: 'Site code',
    notice: 'Notice for writers',
    contact: 'Telephone',
    address: 'Address',
    hosts: 'Hosts',
    emblem: 'Emblem',
    password: 'New password',
    again: 'Once more',
    current: 'Password now',
    code: 'Code',
    isAuditor: 'Auditor',
    list: 'List',
    reach: 'Contact',
    days: 'Days the log is kept',
    id: 'Identifier in the address',
    numberPrefix: 'First two digits of numbers',
    texts: 'Regulations',
    personName: 'Name of the administrator',
    until: 'last day of the hold',
    term: 'term',
    handTo: 'who takes over',
    leavesVacant: 'nobody for now',
  },
  problems: {
    needed: (field) => `Please fill in "${field}"`,
    'too-long': (field, limit) => `"${field}" takes ${limit} characters at most; please shorten it`,
    'not-a-day': (field) => `Please write "${field}" as a date like 2026-05-01`,
    'wrong-order': (field) => `"${field}" cannot be before the first day`,
    past: (field) => `"${field}" has passed; choose today or later`,
    'not-an-option': (field) => `"${field}" is none of the choices; please choose again`,
    'roles-differ': (field) =>
      `"${field}" gives a role of the same name to another side than it has here; rename the role in that regulation first`,
    taken: (field) => `"${field}" is in use; please choose another`,
    'same-name': () =>
      'A unit of this name stands there already. Please use another name; if it is the same unit, change that one in the list',
    'bad-id': (field) => `"${field}" takes letters, digits, hyphen and underscore, 64 at most`,
    itself: (field) => `"${field}" cannot be itself, nor what leads back to it; please choose another`,
    'not-held': (field) => `The absent person does not have this role; choose "${field}" again`,
    'in-use': (field) => `"${field}" is in use and cannot be changed so`,
    'last-admin': () => 'This is the last administrator who can sign in; make somebody else one first',
    'in-hand': () =>
      'This person still has matters in hand that are not done. Choose who takes them over, or put them back on the desk for colleagues to take',
    'nobody-left': () =>
      'Something waits on this desk alone, and nobody would see it. Give the role to somebody else first, or arrange a stand-in; where nobody is there for now, tick that and save again',
    'asked-of-them': () =>
      'Something still waits for this person, and once locked they cannot answer. Ask them first, or have it filled in by whoever the regulation lets do so; where it stays unanswered, tick that and save again',
    'not-later': (field) => `"${field}" must be after the rehearsal's date: its clock only moves forward`,
    'no-effect': (field) => `"${field}": these days are so already; nothing to change`,
    'too-long-run': (field, limit) => `"${field}" is too far from the first day: ${limit} days at a time`,
    'too-large': (field, limit) => `"${field}" takes ${limit} kB at most; choose a smaller picture`,
    'no-picture': (field) => `"${field}" is no picture that can be used: PNG, JPEG, WebP or GIF`,
    'no-address': (field) =>
      `"${field}" takes small letters, digits and hyphens, 64 at most, and no word that has another use here`,
    'no-prefix': (field) => `"${field}" takes two digits from 10 to 99 that no other government has`,
    'not-in-rehearsal': () => 'A rehearsal adds no government; do it in the office itself',
    'no-host': (field) => `"${field}" takes one name a line, like letters.example.gov.cn, without https://`,
    password: (_field, limit) => `A password takes at least ${limit} characters; please make it longer`,
    'password-common': () =>
      'Everybody tries this password first; choose another. Three or four words that have nothing to do with each other are good',
    'password-own-name': () => 'Leave names, login and government out of the password, and choose another',
    'password-differs': () => 'The two passwords differ; type them again',
    'password-same': () => 'This is the password you have now; choose another',
    'wrong-password': () => 'This is not your password now; after several wrong ones wait a while',
    'wrong-code': () => 'The code is wrong: enter the six figures your authenticator shows now',
    'asked-already': () => 'You have asked for it already; another administrator has to confirm it',
    'cannot-confirm': () =>
      'Two people ask and confirm. One of these two accounts was opened, or its password reset, by the other, so neither can confirm for the other; where its own person uses the account, run script/huiyin vouch on the machine, and confirm then',
    'second-admin': () =>
      'Another administrator has to give it, not one whose account or password came from whoever gets it; where there is none, run script/huiyin grant on the machine, or script/huiyin vouch for an account that its own person uses: both are logged',
    'too-few': (field, limit) =>
      `"${field}" takes ${limit} at least (Cybersecurity Law, article 21: six months); leave it empty to keep the log for ever`,
    'too-many': (field, limit) => `"${field}" takes ${limit} at most; leave it empty to keep the log for ever`,
    'not-both': () => 'An auditor reads the log alone and is no administrator; let it be two people',
  },
  former: (name) => `formerly ${name}`,
  behalf: (person, absent) => `${person} (for ${absent})`,
  all: 'all',
}

export const adminWords: Readonly<Record<Lang, AdminWords>> = { zh, en }
