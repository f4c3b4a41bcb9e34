import pg from 'pg'

type Query = (this: pg.Client, ...asked: unknown[]) => unknown

/** As a disk tells that it failed, in whatever statement this stands instead of. */
const broken = "do $$ begin raise exception 'the disk failed' using errcode = '58030'; end $$"

/**
 * Runs work in which the n-th statement that reaches the database fails there, whichever connection it goes by. Answers whether it came to
 * that many. PostgreSQL itself fails and aborts what was begun: only the words of one statement are exchanged on their way.
 */
export async function failingAt<T>(
  nth: number,
  work: () => Promise<T>,
): Promise<{ readonly result: T; readonly hasFailed: boolean }> {
  const real = pg.Client.prototype.query as Query
  let count = 0
  const exchanging: Query = function (this: pg.Client, ...asked) {
    count += 1
    if (count !== nth) return real.apply(this, asked)
    const callback = asked.find((each) => typeof each === 'function')
    return real.apply(this, callback === undefined ? [broken] : [broken, callback])
  }
  pg.Client.prototype.query = exchanging as typeof pg.Client.prototype.query
  try {
    return { result: await work(), hasFailed: count >= nth }
  } finally {
    pg.Client.prototype.query = real as typeof pg.Client.prototype.query
  }
}
