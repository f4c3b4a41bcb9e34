import { connect, createServer } from 'node:net'

/** Stands between a service and its database, and counts how often the service spoke and then waited for an answer. */
export type Counter = {
  readonly port: number
  count(): number
  /** What a service does by itself after its start is no answer's: waits until nothing was said for two seconds. */
  quiet(): Promise<void>
  close(): void
}

export async function countRoundTrips(socket: string): Promise<Counter> {
  let trips = 0
  const server = createServer((client) => {
    const database = connect(socket)
    let isAnswered = true
    client.on('data', () => {
      if (isAnswered) trips += 1
      isAnswered = false
    })
    database.on('data', () => {
      isAnswered = true
    })
    client.pipe(database).pipe(client)
    // Where one side breaks the other must hear of it, or it waits until its patience ends; and why is told.
    const close = (side: string) => (error: Error) => {
      console.error(`between service and database, ${side}: ${error.message}`)
      client.destroy()
      database.destroy()
    }
    client.on('error', close('service'))
    database.on('error', close('database'))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const quiet = async (): Promise<void> => {
    let before = -1
    while (before !== trips) {
      before = trips
      await new Promise((done) => setTimeout(done, 2000))
    }
  }
  return { port: address.port, count: () => trips, quiet, close: () => void server.close() }
}
