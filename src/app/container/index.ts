export { kindsOf, listContainers } from './list-containers.js'
export { readContainer } from './read-container.js'
