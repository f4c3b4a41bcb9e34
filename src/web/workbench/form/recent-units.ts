import { useState } from 'react'
import { useSignedIn } from '../session.js'
import { readStored, writeStored } from '../stored.js'

const mostKept = 6

/** The units this person named last, on this machine: the latest first. */
export function useRecentUnits(): { readonly recent: readonly string[]; readonly remember: (units: readonly string[]) => void } {
  const { government, account } = useSignedIn()
  const key = `huiyin:units:${government.id}:${account.id}`
  const [recent, setRecent] = useState(() => read(key))
  const remember = (units: readonly string[]): void => {
    if (units.length === 0) return
    const next = [...new Set([...units, ...read(key)])].slice(0, mostKept)
    writeStored('local', key, JSON.stringify(next))
    setRecent(next)
  }
  return { recent, remember }
}

function read(key: string): readonly string[] {
  try {
    const kept: unknown = JSON.parse(readStored('local', key) ?? '[]')
    return Array.isArray(kept) ? kept.filter((each): each is string => typeof each === 'string') : []
  } catch {
    return []
  }
}

/** The units that a form names, in whatever field. */
export const unitsIn = (values: Readonly<Record<string, unknown>>): readonly string[] =>
  Object.values(values).flatMap((value) =>
    Array.isArray(value)
      ? value.flatMap((each: unknown) =>
          typeof each === 'object' && each !== null && 'unit' in each && typeof each.unit === 'string' ? [each.unit] : [],
        )
      : [],
  )
