import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * When a process began, as this machine says it; null where there is none under this number. Numbers are given out again, and the two
 * together are not.
 */
export function startOf(pid: number): string | null {
  if (!Number.isInteger(pid) || pid <= 0) return null
  return process.platform === 'linux' ? startInProc(pid) : said(['-o', 'lstart=', '-p', String(pid)])
}

/** The command line of a process; null where there is none. */
export function commandOf(pid: number): string | null {
  if (process.platform !== 'linux') return said(['-o', 'command=', '-p', String(pid)])
  return readOrNull(`/proc/${pid}/cmdline`)?.replaceAll('\0', ' ') ?? null
}

function startInProc(pid: number): string | null {
  const stat = readOrNull(`/proc/${pid}/stat`)
  // Behind the name, which stands in brackets and may hold anything.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ') ?? []
  const [state, ticks] = [fields[0], fields[19]]
  if (ticks === undefined || state === 'Z') return null
  // Ticks count from the machine's start: another start may come to the same number.
  return `${readOrNull('/proc/sys/kernel/random/boot_id')?.trim() ?? ''} ${ticks}`
}

function said(args: readonly string[]): string | null {
  try {
    return execFileSync('ps', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim() || null
  } catch {
    return null
  }
}

function readOrNull(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}
