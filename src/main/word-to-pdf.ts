import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

const program = 'soffice'
const longestMs = 60_000
const run = promisify(execFile)

/**
 * LibreOffice, where it is installed; null where it is not. One paper at a time: each is a process of hundreds of megabytes. `fonts`: the
 * file that says what stands in for fonts that this machine has not got.
 */
export function findWordToPdf(
  dataFolder: string,
  fonts: string,
  path: string = process.env.PATH ?? '',
): ((docx: Uint8Array) => Promise<Uint8Array>) | null {
  if (!path.split(delimiter).some((folder) => existsSync(join(folder, program)))) return null
  const folder = join(dataFolder, 'papers')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  let last: Promise<unknown> = Promise.resolve()
  return (docx) => {
    const next = last.then(() => converted(folder, fonts, docx))
    last = next.catch(() => undefined)
    return next
  }
}

/** With a profile of its own, which is kept: the first paper makes it. */
async function converted(folder: string, fonts: string, docx: Uint8Array): Promise<Uint8Array> {
  const inHand = mkdtempSync(join(folder, 'one-'))
  try {
    await writeFile(join(inHand, 'paper.docx'), docx, { mode: 0o600 })
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    const asked = ['--headless', '--convert-to', 'pdf', '--outdir', inHand, join(inHand, 'paper.docx')]
    await run(program, [profile, ...asked], { timeout: longestMs, env: { ...process.env, FONTCONFIG_FILE: fonts } })
    return await readFile(join(inHand, 'paper.pdf'))
  } finally {
    await rm(inHand, { recursive: true, force: true })
  }
}
