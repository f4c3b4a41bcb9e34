import type { ParseArgsConfig } from 'node:util'
import type { Library, Words } from '../load/index.js'

export type Lang = 'zh' | 'en'

/** What commands get from outside. Nothing here reads the clock or the environment. */
export type Deps = {
  out(text: string): void
  error(text: string): void
  readonly isTerminal: boolean
  /** Where the product's own data lies: `regulations`, `calendars`, `templates`. */
  readonly root: string
  /** The folders of regulations: the product's own first, then the office's. */
  readonly regulations: readonly string[]
  library(from?: { readonly regulations?: string | readonly string[] }): Library
  /** Milliseconds since 1970. */
  now(): number
  /** What commands need that talk to the database; joined in main. */
  readonly app?: unknown
}

export type OptionText = {
  readonly type: 'string' | 'boolean'
  readonly short?: string
  readonly multiple?: boolean
  /** What stands for the value in the help: DIR, ID. */
  readonly value?: string
  readonly text: Words
}

/** What a person typed, read. */
export type Args = {
  readonly positionals: readonly string[]
  readonly lang: Lang
  readonly json: boolean
  text(name: string): string | undefined
  texts(name: string): readonly string[]
  flag(name: string): boolean
}

/** 命令. One file each; `run` answers the exit code: 0 done, 1 the answer is no, 2 bad usage. */
export type Command = {
  readonly name: string
  readonly summary: Words
  /** What follows the name: `[DIR…]`. */
  readonly usage: string
  readonly options: Readonly<Record<string, OptionText>>
  readonly examples: readonly string[]
  run(args: Args, deps: Deps): Promise<number>
}

/** Thrown for bad usage: the sentence says what to do. */
export class UsageError extends Error {
  constructor(readonly words: Words) {
    super(words.en)
  }
}

/** Thrown where nothing can be done before the operator has changed something: the sentence says what. */
export class CannotRun extends Error {
  constructor(readonly words: Words) {
    super(words.en)
  }
}

/** Options every command has. */
export const commonOptions: Readonly<Record<string, OptionText>> = {
  json: { type: 'boolean', text: { zh: '以 JSON 输出', en: 'print JSON' } },
  lang: { type: 'string', value: 'zh|en', text: { zh: '输出语言，默认 zh', en: 'language of the output, zh unless said' } },
  help: { type: 'boolean', short: 'h', text: { zh: '显示帮助', en: 'show this help' } },
}

/** The options as node:util reads them. */
export const parseOptions = (command: Command): NonNullable<ParseArgsConfig['options']> =>
  Object.fromEntries(
    Object.entries({ ...command.options, ...commonOptions }).map(([name, { type, short, multiple }]) => [
      name,
      { type, ...(short === undefined ? {} : { short }), ...(multiple === undefined ? {} : { multiple }) },
    ]),
  )
