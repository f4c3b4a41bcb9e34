import { createServer, connect as dial, type Socket } from 'node:net'
import type pg from 'pg'

/**
 * Stands before a database as poolers do that take connections apart: what a connection asks for at its start is left out, but for the
 * first `careful` ones.
 */
export async function carelessPooler(
  to: pg.PoolConfig,
  { careful = 0 } = {},
): Promise<{ readonly connection: pg.PoolConfig; close(): Promise<void> }> {
  const open = new Set<Socket>()
  let seen = 0
  const server = createServer((client) => {
    const database = dial(
      to.host?.startsWith('/') ? { path: `${to.host}/.s.PGSQL.${to.port}` } : { host: to.host ?? '', port: to.port ?? 5432 },
    )
    for (const socket of [client, database]) {
      open.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => open.delete(socket))
    }
    client.once('data', (first) => {
      seen += 1
      database.write(seen > careful ? withoutOptions(first) : first)
      client.pipe(database)
    })
    database.pipe(client)
    database.on('close', () => client.destroy())
    client.on('close', () => database.destroy())
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    connection: { ...to, host: '127.0.0.1', port: address.port },
    close: () =>
      new Promise((closed) => {
        for (const socket of open) socket.destroy()
        server.close(() => closed())
      }),
  }
}

/** The first message of the protocol: length, version, then names and values, each with a zero behind it, and one more zero. */
function withoutOptions(first: Buffer): Buffer {
  const words = first
    .subarray(8, first.length - 2)
    .toString()
    .split('\0')
  const kept = words.flatMap((word, at) => (at % 2 === 0 && word !== 'options' ? [word, words[at + 1] ?? ''] : []))
  const rest = Buffer.from(`${kept.join('\0')}\0\0`)
  const head = Buffer.from(first.subarray(0, 8))
  head.writeInt32BE(8 + rest.length)
  return Buffer.concat([head, rest])
}
