import type { FastifyRequest } from 'fastify'
import type { Deps, Office } from '../app/index.js'

/** Which government is meant: the one named, the only one there is, or the one whose host was called. */
export async function tenantOf(deps: Deps, request: FastifyRequest, named: string | undefined): Promise<Office | null> {
  if (named !== undefined && named !== '') return deps.offices.get(named)
  const only = await deps.offices.only()
  return only ?? (await deps.offices.own()).find(({ settings }) => settings.hosts.includes(request.hostname)) ?? null
}
