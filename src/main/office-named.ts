import { isOwn, NoRegulation, type Office } from '../app/index.js'
import { UsageError } from '../cli/index.js'
import type { OpenedApp } from './open-app.js'

/** The government that a command names, or the only one there is. */
export async function officeNamed({ deps }: Pick<OpenedApp, 'deps'>, name: string | undefined): Promise<Office> {
  const governments = (await deps.store.listGovernments()).filter(isOwn)
  const isOnly = name === undefined && governments.length === 1
  const named = isOnly ? governments[0] : governments.find(({ government }) => government === name)
  const found = named === undefined ? null : await deps.offices.get(named.government).catch(withoutRules)
  if (found !== null) return found
  if (governments.length === 0)
    throw new UsageError({
      zh: '这里还没有设置任何地方：请先运行 script/huiyin serve，打开它给出的首次设置链接。',
      en: 'No government is set up here yet: run script/huiyin serve and open the link for the first set-up that it prints.',
    })
  const known = governments.map(({ government }) => government).join(', ')
  throw new UsageError({
    zh: `请用 --government 写明是哪个地方：${known}`,
    en: `Say which government with --government: ${known}`,
  })
}

function withoutRules(error: unknown): never {
  if (!(error instanceof NoRegulation)) throw error
  throw new UsageError({
    zh: `这个地方所依据的办法不在本系统里，办不了：${error.message}。请先把办法放回。`,
    en: `The regulation by which this government works is not here, so nothing can be done: ${error.message}. Put it back first.`,
  })
}
