import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { workbookFile } from '../src/app/tables/workbook-file.js'
import { startChild } from './child.js'
import { temporaryFolder } from './database.js'
import { figure, note } from './figure.js'
import type { ListImported } from './list-import.js'
import { mebibyte } from './memory.js'
import type { Scale } from './scale.js'

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

/**
 * 导入 of a list of letters that have all been brought in before: what reading it and knowing each row takes, without what writing one takes. Each in a
 * process of its own: what was taken before is not given back at once, and would be a part of what there was.
 */
export async function benchLists({ storedMatters: [, count] }: Scale): Promise<void> {
  const { folder, remove } = temporaryFolder()
  try {
    for (const [kind, written] of Object.entries(files)) {
      const file = join(folder, `letters.${kind}`)
      await pipeline(written(count), createWriteStream(file))
      const child = startChild(['bench/list-import.ts', file])
      const { known, refused, seconds, cpu, growth } = (await child.answer()) as ListImported
      await child.ended()
      if (known !== count) throw new Error(`${known} of ${count} are known: ${refused}`)
      figure(`a list as ${kind}`, count / seconds, 'rows per second')
      figure(`a list as ${kind}`, count / cpu, 'rows per CPU s')
      figure(`memory of the process with ${kind}, more than before`, growth / mebibyte, 'MiB', { atMost: mostGrowth })
    }
    note(
      `${count.toLocaleString('en')} letters of 7 columns, each with a number of its own, all of them known; the database is not asked.`,
    )
  } finally {
    await remove()
  }
}
