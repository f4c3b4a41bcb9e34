export { cameOf } from './came-of.js'
export { readThread, sinceWhen } from './read-thread.js'
