import type { Office } from '../app/index.js'
import { UsageError } from '../cli/index.js'
import type { OpenedApp } from './open-app.js'

/** The government that a command names, or the only one there is. */
export async function officeNamed({ deps }: OpenedApp, name: string | undefined): Promise<Office> {
  const offices = await deps.offices.own()
  const found = name === undefined && offices.length === 1 ? offices[0] : offices.find(({ id }) => id === name)
  if (found !== undefined) return found
  if (offices.length === 0)
    throw new UsageError({
      zh: '这里还没有设置任何地方：请先运行 script/huiyin serve，打开它给出的首次设置链接。',
      en: 'No government is set up here yet: run script/huiyin serve and open the link for the first set-up that it prints.',
    })
  const known = offices.map(({ id }) => id).join(', ')
  throw new UsageError({
    zh: `请用 --government 写明是哪个地方：${known}`,
    en: `Say which government with --government: ${known}`,
  })
}
