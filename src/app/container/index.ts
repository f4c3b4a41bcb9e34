export { type Attended, attendedBy } from './attendance.js'
export { kindsOf, listContainers } from './list-containers.js'
export { heldBy, readContainer } from './read-container.js'
