import { AsyncLocalStorage } from 'node:async_hooks'
import { isIP } from 'node:net'

const address = new AsyncLocalStorage<string>()

/** 来源地址. What is written to the log while this runs, by whatever way, says that it came from there. What is no address is none. */
export const calledFrom = <T>(from: string, work: () => T): T => address.run(isIP(from) === 0 ? '' : from, work)

/** For work that a call sets off and that is not its own: timers, batches. */
export const calledByNobody = <T>(work: () => T): T => address.run('', work)

/** Empty: by nobody from outside. Holds nothing that would have to be quoted in SQL. */
export const callersAddress = (): string => address.getStore() ?? ''
