export { standAsOf, standAtEach } from './stand-as-of.js'
export type { Lists, PastLife } from './types.js'
