export { choose, finishSelection } from './choose.js'
export { listSelections, readCandidates } from './read-selections.js'
export { wronglyDrawn } from './wrongly-drawn.js'
