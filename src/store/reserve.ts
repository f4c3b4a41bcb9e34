import type { Database } from './database/database.js'
import { asGovernment } from './database/transaction.js'
import type { GovernmentId } from './types.js'

/** So many at a time; more where those drawn before were drawn less than a second ago. */
const [some, many] = [100, 1000]

/** Hands out ids that no other process hands out, a block at a time: one trip to the database for a hundred and more. */
export type Reserves = {
  next(government: GovernmentId, name: 'matter' | 'person'): Promise<number>
  /** Gives back what was not used, where nobody has drawn since: numbers then have no holes after a restart. */
  giveBack(): Promise<void>
}

type Block = { next: number; end: number }

export function openReserves(database: Database): Reserves {
  const blocks = new Map<string, Block>()
  const drawing = new Map<string, Promise<Block>>()

  async function next(government: GovernmentId, name: string): Promise<number> {
    const key = `${government}/${name}`
    for (;;) {
      const block = blocks.get(key)
      if (block && block.next < block.end) return block.next++
      const drawn = drawing.get(key) ?? draw(database, government, name)
      drawing.set(key, drawn)
      try {
        const fresh = await drawn
        // Of those who waited for the same block, the first puts it in place.
        if (drawing.get(key) === drawn) blocks.set(key, fresh)
      } finally {
        if (drawing.get(key) === drawn) drawing.delete(key)
      }
    }
  }

  async function giveBack(): Promise<void> {
    for (const [key, block] of blocks) {
      const [government = '', name = ''] = key.split('/')
      const text = 'update counter set next = $3, drawn_at = now() where government = $1 and name = $2 and next = $4'
      if (block.next < block.end)
        await asGovernment(database, government, (query) => query(text, [government, name, block.next, block.end]))
    }
    blocks.clear()
  }

  return { next, giveBack }
}

function draw(database: Database, government: GovernmentId, name: string): Promise<Block> {
  return asGovernment(database, government, async (query) => {
    const rows = await query<{ end: number; size: number }>(
      `with drawn as (
         select case when exists(select from counter where government = $1 and name = $2 and drawn_at > now() - interval '1 second')
           then $4::int else $3::int end as size)
       insert into counter (government, name, next) select $1, $2, size + 1 from drawn
       on conflict (government, name) do update set next = counter.next + excluded.next - 1, drawn_at = now()
       returning next as end, (select size from drawn)`,
      [government, name, some, many],
    )
    const [block] = rows
    if (block === undefined) throw new Error(`counter ${name} of ${government} gave nothing`)
    return { next: block.end - block.size, end: block.end }
  })
}
