/** Words of the page that creates the first government. */
export const setupWords = {
  zh: {
    title: '回音：首次设置',
    name: '单位（地方）名称',
    government: '英文标识（小写字母、数字、短横），用于网址',
    numberPrefix: '编号前两位（10 至 99）',
    regulation: '适用的办法',
    notInForce: '（不在有效期内）',
    personName: '管理员姓名',
    login: '登录名',
    password: '密码（至少 10 个字符）',
    send: '完成设置',
  },
  en: {
    title: 'Huiyin: first set-up',
    name: 'Name of the government',
    government: 'Identifier for addresses (small letters, digits, dashes)',
    numberPrefix: 'First two digits of numbers (10 to 99)',
    regulation: 'Regulation',
    notInForce: '(not in force)',
    personName: "Administrator's name",
    login: 'Login',
    password: 'Password (10 characters or more)',
    send: 'Set up',
  },
} as const
