export { portalStylePath } from './assets.js'
export { portalRoutes } from './portal-routes.js'
export type { PortalSettings } from './portal-settings.js'
