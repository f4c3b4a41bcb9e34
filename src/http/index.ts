export { buildServer } from './build-server.js'
export type { HttpDeps, HttpSettings } from './http-deps.js'
export type { Answer, PortalDeps } from './portal-deps.js'
