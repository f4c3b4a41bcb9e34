import { readdirSync, readFileSync } from 'node:fs'

/** Linux counts in hundredths of a second towards programs, whatever the kernel's own tick is. */
const ticksPerSecond = 100

type Stat = { readonly parent: number; readonly own: number; readonly ofEndedChildren: number }

/** Where the processor time of other processes can be read: Linux. */
export const canReadCpu = process.platform === 'linux'

/** Seconds of processor time of one process with all its threads. */
export const cpuOf = (pid: number): number => statOf(pid)?.own ?? 0

/** Seconds of processor time of a process and everything it has started, those that ended included. */
export function cpuOfTree(root: number): number {
  const children = new Map<number, number[]>()
  const stats = new Map<number, Stat>()
  for (const name of readdirSync('/proc')) {
    const pid = Number(name)
    const stat = Number.isInteger(pid) ? statOf(pid) : null
    if (stat === null) continue
    stats.set(pid, stat)
    children.set(stat.parent, [...(children.get(stat.parent) ?? []), pid])
  }
  const sum = (pid: number): number => {
    const stat = stats.get(pid)
    if (stat === undefined) return 0
    // The scheduler's own count is finer than a hundredth; it is of one thread, and these processes have one.
    const own = pid === root ? stat.own : (scheduled(pid) ?? stat.own)
    return own + stat.ofEndedChildren + (children.get(pid) ?? []).reduce((all, child) => all + sum(child), 0)
  }
  return sum(root)
}

/** Resident memory in MiB. */
export function residentOf(pid: number): number {
  const found = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  return Number(found?.[1]) / 1024
}

function statOf(pid: number): Stat | null {
  const text = readOrNull(`/proc/${pid}/stat`)
  if (text === null) return null
  // The name stands in brackets and may hold blanks.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  const seconds = (...at: readonly number[]) => at.reduce((sum, each) => sum + Number(fields[each]), 0) / ticksPerSecond
  return { parent: Number(fields[1]), own: seconds(11, 12), ofEndedChildren: seconds(13, 14) }
}

function scheduled(pid: number): number | null {
  const text = readOrNull(`/proc/${pid}/schedstat`)
  const nanoseconds = Number(text?.split(' ')[0])
  return nanoseconds > 0 ? nanoseconds / 1e9 : null
}

/** Null: the process has ended in between. */
function readOrNull(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}
