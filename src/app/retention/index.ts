export { decideDisposals, holdMatters, liftHold, listOver, proposeDisposal } from './dispose.js'
export { listDisposals, listHolds } from './list-disposals.js'
export { changeTerms, readRetention, termOf } from './terms.js'
export { goneFor, goneForOwner, tombstoneFor } from './tombstone.js'
