type Force = { readonly effectiveFrom: string | null; readonly effectiveTo: string | null }

const zh = {
  title: '首次设置',
  lead: '这个页面只能使用一次。填好以后，管理员就可以登录，接着设置单位和人员。',
  office: '哪个地方、哪个单位',
  person: '谁来管理',
  choose: '请选择',
  fields: {
    name: '单位（地方）名称',
    government: '网址里用的英文标识',
    numberPrefix: '编号的前两位',
    regulation: '适用的办法',
    personName: '管理员姓名',
    login: '登录名',
    password: '密码',
    again: '再输一次密码',
  },
  hints: {
    name: '显示在每个页面上，例如：云河市',
    government: '小写字母、数字和短横，例如 yunhe。定下以后不能改',
    numberPrefix: '10 至 99。每件事项的编号都以它开头，同一系统里各单位不重复',
    regulation: '决定谁在几天内做什么。以后可以再加别的办法',
    personName: '写入日志的就是这个名字',
    login: '登录时输入，例如姓名的拼音',
    password: '至少 10 个字符。不要用常见的密码，也不要用姓名、登录名、单位名称；几个不相干的词连在一起就很好',
    again: '',
  },
  wrong: {
    name: '请填写单位名称，不超过 60 个字',
    government: '请用小写字母、数字和短横，不超过 64 个，例如 yunhe',
    taken: '这个标识已另有用处，请换一个',
    numberPrefix: '请填 10 至 99 之间的两位数字',
    regulation: '请选择适用的办法',
    personName: '请填写管理员的姓名，不超过 60 个字',
    login: '请填写登录名，不超过 60 个字',
    password: '密码太长，最多 500 个字符',
    again: '请把密码再输一次',
  },
  notInForce: ({ effectiveFrom, effectiveTo }: Force): string => {
    if (effectiveFrom === null) return '：何时施行没有写明，设置后请登记施行日期'
    return effectiveTo === null ? `：${effectiveFrom} 起施行` : `：施行至 ${effectiveTo}，续期后请登记`
  },
  whereLink: [
    '还没有设置过的：启动服务的窗口里有首次设置的链接，只能用一次。找不到了，重新启动服务，会给出新的链接。',
    '已经设置过的：请直接登录工作台。',
  ],
  whereAccountLink: '已经设过密码的，请直接登录；还没有设的，请管理员再生成一个链接。',
  toWorkbench: '去工作台',
  toSignIn: '去登录',
  send: '完成设置',
  doneTitle: '设置完成',
  doneLead: '现在可以用刚才的登录名和密码登录了。',
  remains: '接下来还要做这些',
  steps: [
    '给管理员账号启用动态码',
    '登记办法何时施行（办法没有写明时）',
    '核对单位',
    '给办件的人建账号、给身份；管理员自己不办件',
    '看一看公众填写的表单',
    '指定一位审计员查看日志',
    '在服务器上设好备份',
  ],
  signIn: '登录，逐项完成',
  passwordTitle: '设置密码',
  sendPassword: '设置密码',
}

export type SetupWords = typeof zh

const en: SetupWords = {
  title: 'First set-up',
  lead: 'This page works once. Afterwards the administrator can sign in, and sets up units and people.',
  office: 'Which place, which office',
  person: 'Who administers it',
  choose: 'Please choose',
  fields: {
    name: 'Name of the government',
    government: 'Identifier for addresses',
    numberPrefix: 'First two digits of numbers',
    regulation: 'Regulation',
    personName: "Administrator's name",
    login: 'Login',
    password: 'Password',
    again: 'Password once more',
  },
  hints: {
    name: 'Stands on every page, for example: Yunhe City',
    government: 'Small letters, digits and dashes, for example yunhe. It cannot be changed later',
    numberPrefix: '10 to 99. The number of each matter begins with it; no two offices of one system share it',
    regulation: 'It decides who must do what in how many days. Others can be added later',
    personName: 'The log names this person so',
    login: 'To sign in with',
    password:
      '10 characters or more. No password that everybody tries, and no names in it; a few words that have nothing to do with each other are good',
    again: '',
  },
  wrong: {
    name: 'Please enter the name, up to 60 characters',
    government: 'Please use small letters, digits and dashes, up to 64, for example yunhe',
    taken: 'This identifier is used for something else, please take another',
    numberPrefix: 'Please enter two digits, 10 to 99',
    regulation: 'Please choose the regulation',
    personName: "Please enter the administrator's name, up to 60 characters",
    login: 'Please enter a login, up to 60 characters',
    password: 'The password is too long, 500 characters at most',
    again: 'Please enter the password once more',
  },
  notInForce: ({ effectiveFrom, effectiveTo }) => {
    if (effectiveFrom === null) return ': the text does not say from when; record the day after the set-up'
    return effectiveTo === null ? `: from ${effectiveFrom}` : `: until ${effectiveTo}; record it if it was prolonged`
  },
  whereLink: [
    'Not set up yet: the window in which the server was started shows the link of the first set-up, which works once. If it is lost, start the server again; it gives a new one.',
    'Set up already: please sign in to the workbench.',
  ],
  whereAccountLink: 'If you have set your password, please sign in. If not, ask the administrator for another link.',
  toWorkbench: 'To the workbench',
  toSignIn: 'Sign in',
  send: 'Set up',
  doneTitle: 'The set-up is done',
  doneLead: 'You can sign in now with this login and password.',
  remains: 'What remains to be done',
  steps: [
    "Set up the second factor of the administrator's account",
    'Record from when the regulation holds (where it does not say so)',
    'Look through the units',
    'Make accounts with roles for those who handle matters; an administrator handles none',
    'Look at the form that the public fills in',
    'Name an auditor who reads the log',
    'Set up backups on the server',
  ],
  signIn: 'Sign in and go through them',
  passwordTitle: 'Set a password',
  sendPassword: 'Set password',
}

/** Words of the pages behind one-time links. */
export const setupWords = { zh, en } as const
