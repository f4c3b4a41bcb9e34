import fastify from 'fastify'
import { portalRoutes } from '../../src/http/portal/index.js'
import { fullestTrack, government, shownStates, trackIn } from '../../src/web/portal/portal.fixtures.js'
import { memoryPortal } from './memory-portal.js'

/** The portal with an invented matter in each state: number 0 to 5 in the order of the states, 6 the fullest. Any code opens them. */
const tracks = [...shownStates.map((state) => trackIn(state)), fullestTrack]
const portal = memoryPortal()
const app = fastify()
await app.register(
  portalRoutes(
    {
      ...portal.deps,
      knock: async ({ number }) => ({ ok: true, own: { government: government.id, number } }),
      track: async ({ number, ...asked }) => {
        const track = tracks[Number(number)]
        if (track === undefined) return portal.deps.track({ number, ...asked })
        return { ok: true, track: { ...track, number, government } }
      },
    },
    portal.settings,
  ),
)
await app.listen({ port: Number(process.argv[2]), host: '127.0.0.1' })
process.once('SIGTERM', () => void app.close())
