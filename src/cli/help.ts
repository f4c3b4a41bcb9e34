import { type Command, commonOptions, type Lang } from './command.js'

/** How wide a text stands on a terminal: a Chinese character takes two places. */
export const widthOf = (text: string): number =>
  [...text].reduce(
    (sum, character) =>
      sum + (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/.test(character) ? 2 : 1),
    0,
  )

export const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)))

const headings = {
  zh: {
    usage: '用法',
    commands: '命令',
    options: '选项',
    examples: '示例',
    more: '每个命令加 --help 可看详细说明。',
    codes: '退出码：0 完成，1 答案为否，2 用法不对。',
  },
  en: {
    usage: 'Usage',
    commands: 'Commands',
    options: 'Options',
    examples: 'Examples',
    more: 'Each command takes --help.',
    codes: 'Exit codes: 0 done, 1 the answer is no, 2 bad usage.',
  },
}

/** The help of one command. */
export function commandHelp(command: Command, lang: Lang): string {
  const said = headings[lang]
  const options = Object.entries({ ...command.options, ...commonOptions }).map(([name, { short, value, text }]) => {
    const written = `${short === undefined ? '' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`
    return `  ${padded(written, 24)}${text[lang]}`
  })
  const examples = command.examples.map((example) => `  ${example.replace(/^(?:[A-Z]+=\S+ )*/, '$&script/huiyin ')}`)
  const lines = [
    `${said.usage}: script/huiyin ${command.name} ${command.usage}`,
    '',
    command.summary[lang],
    '',
    `${said.options}:`,
    ...options,
  ]
  return [...lines, '', `${said.examples}:`, ...examples, '', said.codes].join('\n')
}

/** The help of the whole tool. */
export function overview(commands: readonly Command[], lang: Lang): string {
  const said = headings[lang]
  const rows = commands.map((command) => `  ${padded(command.name, 16)}${command.summary[lang]}`)
  return [`${said.usage}: script/huiyin <command> [options]`, '', `${said.commands}:`, ...rows, '', said.more, said.codes].join(
    '\n',
  )
}
