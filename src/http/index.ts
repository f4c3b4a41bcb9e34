export { buildServer } from './build-server.js'
