import { parseArgs } from 'node:util'
import { type Args, CannotRun, type Command, type Deps, type Lang, parseOptions, UsageError } from './command.js'
import { commandHelp, overview } from './help.js'

/** Finds the command, reads its options, runs it. */
export async function runCommand(argv: readonly string[], deps: Deps, commands: readonly Command[]): Promise<number> {
  const lang = langIn(argv)
  const [name = '', ...rest] = argv
  if (['', '--help', '-h', 'help', '--lang'].includes(name) || name.startsWith('--lang=')) {
    const asked = name === '--help' || name === '-h' || name === 'help'
    if (asked) deps.out(overview(commands, lang))
    else deps.error(overview(commands, lang))
    return asked ? 0 : 2
  }
  const command = commands.find((each) => each.name === name)
  if (command === undefined) {
    deps.error(lang === 'zh' ? `没有“${name}”这个命令。\n` : `There is no command ${name}.\n`)
    deps.error(overview(commands, lang))
    return 2
  }
  try {
    const args = read(command, rest, lang)
    if (args === null) {
      deps.out(commandHelp(command, lang))
      return 0
    }
    return await command.run(args, deps)
  } catch (error) {
    if (error instanceof CannotRun) {
      deps.error(error.words[lang])
      return 1
    }
    if (!(error instanceof UsageError)) {
      // For an operator a sentence is worth more than where in the code it was thrown.
      const detail = wordsOfFile(error)?.[lang] ?? (error instanceof Error ? error.message : String(error))
      deps.error(lang === 'zh' ? `没有做成：${detail}` : `Not done: ${detail}`)
      return 1
    }
    deps.error(error.words[lang])
    deps.error(lang === 'zh' ? `详见 script/huiyin ${command.name} --help` : `See script/huiyin ${command.name} --help --lang en`)
    return 2
  }
}

/** What a disk says of a file, in people's words; null: it is not about a file, or not one of these. */
function wordsOfFile(error: unknown): Readonly<Record<Lang, string>> | null {
  const { code, path, syscall } = error instanceof Error ? (error as NodeJS.ErrnoException) : {}
  // A socket that is not there is no file of theirs.
  if (code === undefined || syscall === 'connect') return null
  const place = path === undefined ? '' : ` ${path}`
  const said: Readonly<Record<string, Readonly<Record<Lang, string>>>> = {
    ENOENT: { zh: `没有这个文件，或者没有它所在的文件夹${place}`, en: `There is no such file, or no folder for it${place}` },
    EACCES: { zh: `没有权限读写这个文件${place}`, en: `No permission to read or write this file${place}` },
    EISDIR: { zh: `这是文件夹，要写一个文件${place}`, en: `This is a folder; name a file${place}` },
    ENOSPC: { zh: `磁盘满了，写不下${place}`, en: `The disk is full${place}` },
    EROFS: { zh: `磁盘只读，写不进去${place}`, en: `The disk may only be read${place}` },
  }
  return said[code] ?? null
}

function langIn(argv: readonly string[]): Lang {
  const index = argv.indexOf('--lang')
  const said = index >= 0 ? argv[index + 1] : argv.find((each) => each.startsWith('--lang='))?.slice('--lang='.length)
  return said === 'en' ? 'en' : 'zh'
}

/** The options read; null where help was asked for. */
function read(command: Command, argv: readonly string[], lang: Lang): Args | null {
  const { values, positionals } = parse(command, argv)
  if (values.help === true) return null
  const said = values.lang
  if (said !== undefined && said !== 'zh' && said !== 'en') {
    throw new UsageError({ zh: '--lang 只能写 zh 或 en。', en: '--lang takes zh or en.' })
  }
  return {
    positionals,
    lang,
    json: values.json === true,
    text: (name) => (typeof values[name] === 'string' ? values[name] : undefined),
    texts: (name) => [values[name] ?? []].flat().map(String),
    flag: (name) => values[name] === true,
  }
}

function parse(command: Command, argv: readonly string[]) {
  try {
    const options = parseOptions(command)
    const parsed = parseArgs({ args: [...argv], options, allowPositionals: true, strict: true, tokens: true })
    const said = parsed.tokens.flatMap((token) => (token.kind === 'option' ? [token.name] : []))
    const twice = said.find((name, at) => said.indexOf(name) !== at && options[name]?.multiple !== true)
    if (twice !== undefined) throw saidTwice(twice)
    return parsed
  } catch (error) {
    if (error instanceof UsageError) throw error
    const detail = error instanceof Error ? error.message : String(error)
    const names = Object.keys(parseOptions(command)).map((name) => `--${name}`)
    throw new UsageError({
      zh: `选项写得不对（${detail}）。可用的选项：${names.join(' ')}`,
      en: `The options are not right (${detail}). There are: ${names.join(' ')}`,
    })
  }
}

/** The last one would hold and the others be lost without a word. */
const saidTwice = (name: string): UsageError =>
  new UsageError({
    zh: `--${name} 只能写一次；几项写在一起，用逗号分开。`,
    en: `--${name} is said once; several go into one, with commas.`,
  })
