import { readFile } from 'node:fs/promises'

/** Clock ticks a second in /proc, the same on every Linux. */
const ticks = 100

/** Seconds of CPU that a process has used; undefined where the system does not tell. */
export async function cpuSecondsOf(pid: number): Promise<number | undefined> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
    // The second field is a name that may hold anything but ends with the last bracket.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return (Number(fields[11]) + Number(fields[12])) / ticks
  } catch {
    return undefined
  }
}
