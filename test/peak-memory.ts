import { readdirSync, readFileSync } from 'node:fs'

/** Milliseconds between two looks. */
const interval = 100

/** Watches the memory of a process until it ends; the result tells the most bytes that it held, 0 where the system does not tell. */
export function peakMemoryOf(pid: number): () => number {
  let peak = 0
  const look = (): void => {
    try {
      const [, kilobytes = '0'] = /VmHWM:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
      peak = Math.max(peak, Number(kilobytes) * 1024)
    } catch {
      clearInterval(timer)
    }
  }
  const timer = setInterval(look, interval)
  look()
  return () => {
    clearInterval(timer)
    return peak
  }
}

/** A number of /proc/PID/status; 0 where the process has ended. */
function statusNumber(pid: string, name: 'PPid' | 'VmRSS'): number {
  try {
    return Number(new RegExp(`^${name}:\\s+(\\d+)`, 'mu').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0)
  } catch {
    return 0
  }
}

/** Watches the processes that a process started, and what they started; the result tells the most bytes that all of them held at once. */
export function peakMemoryBelow(pid: number): () => number {
  let peak = 0
  const look = (): void => {
    const pids = readdirSync('/proc').filter((name) => /^\d+$/u.test(name))
    const parents = new Map(pids.map((id) => [id, String(statusNumber(id, 'PPid'))]))
    const isBelow = (id: string | undefined): boolean =>
      id !== undefined && (parents.get(id) === String(pid) || isBelow(parents.get(id)))
    const held = pids.filter(isBelow).reduce((sum, id) => sum + statusNumber(id, 'VmRSS') * 1024, 0)
    peak = Math.max(peak, held)
  }
  const timer = setInterval(look, interval)
  return () => {
    clearInterval(timer)
    return peak
  }
}
