import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { importFile } from '../src/app/index.js'
import { workbookFile } from '../src/app/tables/workbook-file.js'
import type { Lang } from '../src/contract/index.js'
import { openStore } from '../src/store/index.js'
import { startDatabaseServer, temporaryFolder } from './database.js'
import { figure, note } from './figure.js'
import { heldMemory, mebibyte } from './memory.js'
import { appOver, officeOf, oneOffice, putOffice } from './office.js'
import type { Scale } from './scale.js'

const now = Date.parse('2026-06-15T01:30:00Z')
const mostGrowth = 300
const heads = ['编号', '标题', '内容', '类别', '时间', '姓名', '电话']

function* letters(count: number): Generator<readonly string[]> {
  const wish = '希望有关部门重视群众反映的问题，及时答复。'
  for (let at = 1; at <= count; at += 1) {
    const text = `东风巷口第 ${at} 盏路灯坏了，晚上看不见路，老人出门不方便，请尽快派人修一修。${wish}${wish}`
    const time = `2026-0${1 + (at % 5)}-1${at % 10} 0${at % 10}:15:00`
    yield [`3502${String(1e12 + at).slice(1)}`, `第${at}条：路灯不亮`, text, '投诉', time, '无名氏', '13800000000']
  }
}

function* csv(count: number): Generator<string> {
  yield `${heads.join(',')}\n`
  for (const cells of letters(count)) yield `${cells.join(',')}\n`
}

const files = {
  csv: (count: number) => Readable.from(csv(count)),
  xlsx: (count: number) => Readable.from(workbookFile([{ name: '来信', heads, rows: letters(count) }])),
}

/** 导入 of a list of letters that have all been brought in before: what reading it and knowing each row takes, without what writing one takes. */
export async function benchLists({ storedMatters: [, count] }: Scale): Promise<void> {
  const server = await startDatabaseServer(false)
  const store = await openStore(await server.create('lists'))
  const { folder, remove } = temporaryFolder()
  try {
    const demo = oneOffice()
    await putOffice(store, demo)
    const deps = appOver({ ...store, findImported: async () => 1, loadMatter: async () => null }, now)
    const office = await officeOf(deps, demo)
    for (const [kind, written] of Object.entries(files)) {
      const file = join(folder, `letters.${kind}`)
      await pipeline(written(count), createWriteStream(file))
      const before = heldMemory()
      let most = before
      const onRows = (): void => {
        most = Math.max(most, process.memoryUsage().rss)
      }
      const from = performance.now()
      const asked = {
        office,
        file,
        source: 'lists',
        kind: null,
        head: null,
        sheet: null,
        mapping: null,
        saveAs: null,
        map: {},
        set: {},
      }
      const how = { isAccepting: false, isTrial: false, takesAutomatic: false, lang: 'zh' as Lang }
      const report = await importFile(deps, { ...asked, ...how }, onRows)
      if (report.known !== count) throw new Error(`${report.known} of ${count} are known: ${report.refused[0]?.reason}`)
      figure(`a list as ${kind}`, count / ((performance.now() - from) / 1000), 'rows per second')
      figure(`memory of the process with ${kind}, more than before`, (most - before) / mebibyte, 'MiB', { atMost: mostGrowth })
    }
    note(
      `${count.toLocaleString('en')} letters of 7 columns, each with a number of its own, all of them known; the database is not asked.`,
    )
  } finally {
    await store.close()
    await server.stop()
    await remove()
  }
}
