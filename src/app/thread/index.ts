export { cameOf } from './came-of.js'
export { readThread } from './read-thread.js'
