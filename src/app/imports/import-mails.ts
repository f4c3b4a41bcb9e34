import { createReadStream, type Dirent } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, extname, join, relative } from 'node:path'
import { largestMail, mailTooLarge, readMail } from '../mail/index.js'
import { mailFaults } from '../words/mail-faults.js'
import type { Said } from '../words/table-faults.js'
import type { ImportRow } from './import-row.js'

const mailEndings: ReadonlySet<string> = new Set(['.eml', '.mbox'])

/** Whether a path holds mails: a folder, one mail, or a box of them. */
export const isMails = (path: string, isFolder: boolean): boolean => isFolder || mailEndings.has(extname(path).toLowerCase())

/** Mails one by one, from a folder (a maildir too), a `.mbox` or one `.eml`. What is no mail is named, not passed over. */
export async function* mailRows(path: string): AsyncIterable<ImportRow> {
  let row = 0
  for await (const { place, bytes } of mailsIn(path)) {
    row += 1
    yield bytes instanceof Uint8Array ? { row, place, ...readMail(bytes) } : { row, place, broken: bytes }
  }
}

/** A mail as it lies there, or why it cannot be read. */
type Found = { readonly place: string; readonly bytes: Uint8Array | Said }

async function* mailsIn(path: string): AsyncIterable<Found> {
  if (!(await stat(path)).isDirectory()) {
    yield* mailsOfFile(path, basename(path))
    return
  }
  for await (const file of filesIn(path)) yield* mailsOfFile(file, relative(path, file))
}

async function* mailsOfFile(file: string, place: string): AsyncIterable<Found> {
  if (extname(file).toLowerCase() === '.mbox') {
    let count = 0
    for await (const bytes of mailsOfBox(file)) {
      count += 1
      yield { place: `${place} #${count}`, bytes }
    }
    return
  }
  const { size } = await stat(file)
  if (size > largestMail) yield { place, bytes: mailTooLarge }
  else yield { place, bytes: isMailName(file) ? await readFile(file) : mailFaults.notAMailFile }
}

/** In a maildir mails have no ending; they lie in `cur` and `new`. */
const isMailName = (file: string): boolean => extname(file).toLowerCase() === '.eml' || /[\\/](cur|new)[\\/][^\\/]+$/.test(file)

/** Every file below, by name. Of a maildir: what has arrived, not what a server keeps beside it. */
async function* filesIn(folder: string): AsyncIterable<string> {
  const found = (await readdir(folder, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1))
  const isMaildir = found.some((each) => each.isDirectory() && each.name === 'cur')
  for (const each of found) {
    if (each.isDirectory() && !(isMaildir && each.name === 'tmp')) yield* filesIn(join(folder, each.name))
    else if (isAFile(each) && !isMaildir) yield join(folder, each.name)
  }
}

const isAFile = (each: Dirent): boolean => (each.isFile() || each.isSymbolicLink()) && !each.name.startsWith('.')

const newline = 10
/** The line between two mails of a box: an address or `-`, and when. */
const isSeparator = (line: Buffer): boolean =>
  line.length < 500 && line[0] === 70 && /^From \S+ .*\d\d:\d\d/.test(line.toString('latin1'))

async function* mailsOfBox(file: string): AsyncIterable<Uint8Array | Said> {
  let lines: Buffer[] = []
  let size = -1
  let isAfterBlank = true
  const mail = (): Uint8Array | Said => (size > largestMail ? mailTooLarge : Buffer.concat(lines))
  for await (const line of linesOf(file)) {
    if (isAfterBlank && isSeparator(line)) {
      if (size >= 0) yield mail()
      lines = []
      size = 0
    } else if (size < 0) {
      yield mailFaults.notABox
      return
    } else {
      size += line.length
      if (size <= largestMail) lines.push(unquoted(line))
      else lines = []
    }
    isAfterBlank = line.length <= 2 && line.toString('latin1').trim() === ''
  }
  if (size >= 0) yield mail()
}

/** A line of text that began like a separator was written with a sign before it. */
const unquoted = (line: Buffer): Buffer => (/^>+From /.test(line.subarray(0, 60).toString('latin1')) ? line.subarray(1) : line)

async function* linesOf(file: string): AsyncIterable<Buffer> {
  let rest: Buffer[] = []
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    let from = 0
    for (let at = chunk.indexOf(newline); at >= 0; at = chunk.indexOf(newline, from)) {
      const end = chunk.subarray(from, at + 1)
      yield rest.length === 0 ? end : Buffer.concat([...rest, end])
      rest = []
      from = at + 1
    }
    if (from < chunk.length) rest.push(chunk.subarray(from))
  }
  if (rest.length > 0) yield Buffer.concat(rest)
}
