export { listsIn } from './lists.js'
export { standAsOf, standAtEach } from './stand-as-of.js'
export type { Lists, MomentsAsked, PastAsked, PastLife, PastMoment } from './types.js'
