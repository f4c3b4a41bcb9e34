import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Page } from '@playwright/test'
import { parse, stringify } from 'yaml'

/** A demo file without its messages, as a rehearsal: nothing was received, and its clock may run ahead. */
export async function asRehearsal(file: string): Promise<string> {
  const demo = parse(await readFile(file, 'utf8')) as { government: object }
  const folder = await mkdtemp(join(tmpdir(), 'huiyin-rehearsal-'))
  const written = join(folder, basename(file))
  await writeFile(written, stringify({ ...demo, government: { ...demo.government, isRehearsal: true }, messages: [] }))
  return written
}

/** What the page's own person asks of the server, as the page itself would. */
export async function ask<T>(page: Page, path: string, body?: object, match?: number): Promise<T> {
  const answer = await page.evaluate(
    async ({ path, body, match }) => {
      const session = await (await fetch('/api/session')).json()
      const headers: Record<string, string> = { 'content-type': 'application/json', 'x-csrf-token': session.csrf }
      if (match !== undefined) headers['if-match'] = `"${match}"`
      const role = sessionStorage.getItem('huiyin:role')
      if (role !== null) headers['x-role'] = role
      const sent = body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) }
      const found = await fetch(`/api/${path}`, sent)
      return { ok: found.ok, status: found.status, text: await found.text() }
    },
    { path, body, match },
  )
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${answer.text}`)
  return (answer.text === '' ? {} : JSON.parse(answer.text)) as T
}

/** Does an act to a matter, at the revision it stands at. */
export async function actOn(page: Page, id: string, act: string, stated: object = {}): Promise<void> {
  const { revision } = await ask<{ revision: number }>(page, `matters/${id}`)
  await ask(page, `matters/${id}/acts/${act}`, { with: stated }, revision)
}

/** So many days after today, in the office's zone. */
export const dayAfter = (days: number): string => new Date(Date.now() + (8 + days * 24) * 3_600_000).toISOString().slice(0, 10)
