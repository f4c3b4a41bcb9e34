import { setTimeout as wait } from 'node:timers/promises'
import { residentOf } from './cpu.js'
import { temporaryFolder } from './database.js'
import { type DemoServer, startDemoServer } from './demo-server.js'
import { figure, median, note } from './figure.js'
import type { Scale } from './scale.js'

const idleSeconds = 10

type FirstPage = DemoServer['firstPage']

/** From `script/server` to the first page, on a fresh machine and afterwards; memory when the demo is there and nobody asks. */
export async function benchStart({ starts }: Scale): Promise<void> {
  const fresh: FirstPage[] = []
  const again: FirstPage[] = []
  for (let run = 1; run < starts; run += 1) {
    const { folder, remove } = temporaryFolder()
    const server = await startDemoServer(folder)
    fresh.push(server.firstPage)
    await server.stop()
    await remove()
  }
  const { folder, remove } = temporaryFolder()
  const since = performance.now()
  const first = await startDemoServer(folder)
  fresh.push(first.firstPage)
  await first.untilDemoIsReady()
  const readyAfter = (performance.now() - since) / 1000
  await wait(idleSeconds * 1000)
  const resident = residentOf(first.pid)
  const heap = await heapOf(first.url)
  await first.stop()
  for (let run = 0; run < starts; run += 1) {
    const server = await startDemoServer(folder)
    again.push(server.firstPage)
    await server.stop()
  }
  await remove()
  note(`Without npm ci and build; medians of ${starts}. First time ${list(fresh)} s; again ${list(again)} s.`)
  tell('first time', fresh, 3)
  tell('again', again, 1.5)
  figure('script/server to the whole demo, first time', readyAfter, 's')
  figure(`memory of Node ${idleSeconds} s after the demo was there (RSS)`, resident, 'MiB', { atMost: 150 })
  figure('of it heap in use', heap, 'MiB')
}

function tell(when: string, pages: readonly FirstPage[], atMost: number): void {
  figure(`script/server to the first page, ${when}`, median(pages.map(({ seconds }) => seconds)), 's', { atMost })
  figure(`CPU of Node until then, ${when}`, median(pages.map(({ cpu }) => cpu)), 's')
}

const list = (pages: readonly FirstPage[]): string => pages.map(({ seconds }) => seconds.toFixed(2)).join(', ')

async function heapOf(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text()
  return Number(/^nodejs_heap_size_used_bytes (\S+)/m.exec(text)?.[1]) / 2 ** 20
}
