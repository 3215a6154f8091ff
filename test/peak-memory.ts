import { readFileSync } from 'node:fs'

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
