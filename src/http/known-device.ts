import { randomUUID } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Seal } from './seal.js'

/** 认得的设备. On which accounts were signed in before, sealed in a cookie: what strangers guess elsewhere does not hold it up. */
export type KnownDevices = {
  /** The device's name, where this account was signed in on it. */
  of(request: FastifyRequest, account: DeviceAccount): string | null
  remember(at: { readonly request: FastifyRequest; readonly reply: FastifyReply }, account: DeviceAccount): void
}

export type DeviceAccount = { readonly government: string; readonly login: string }

const cookie = 'huiyin_device'
const purpose = 'known device'
const lastsMs = 180 * 86_400_000
/** A shared machine is known for those who used it last. */
const mostAccounts = 20

const shape = z.object({ id: z.string(), accounts: z.array(z.string()) })

export function knownDevices(seal: Seal): KnownDevices {
  const read = (request: FastifyRequest): z.infer<typeof shape> | null => {
    const text = seal.open(purpose, request.cookies[cookie] ?? '')
    return text === null ? null : shape.parse(JSON.parse(text))
  }
  return {
    of: (request, account) => {
      const device = read(request)
      return device?.accounts.includes(nameOf(account)) ? device.id : null
    },
    remember: ({ request, reply }, account) => {
      const { id, accounts } = read(request) ?? { id: randomUUID(), accounts: [] }
      const name = nameOf(account)
      const kept = [name, ...accounts.filter((each) => each !== name)].slice(0, mostAccounts)
      reply.setCookie(cookie, seal.close(purpose, JSON.stringify({ id, accounts: kept }), lastsMs), {
        path: '/api/session',
        httpOnly: true,
        sameSite: 'lax',
        secure: request.protocol === 'https',
        maxAge: lastsMs / 1000,
      })
    },
  }
}

const nameOf = ({ government, login }: DeviceAccount): string => `${government}/${login}`
