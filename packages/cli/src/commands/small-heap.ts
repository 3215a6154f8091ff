/** How much more than what is in use the heap may hold before it is cleared up. By default it may be several times as much. */
const growth = '--heap-growing-percent=30'

/** What is new is cleared up often and is small then: what passes through is garbage at once. */
const young = '--semi-space-growth-factor=1'

/** For commands through which much passes of which little is kept: their memory stays that of what is kept. */
export function keepHeapSmall(): void {
  // Loaded here alone: few runs need it, and all of them would wait for it.
  const { setFlagsFromString } = process.getBuiltinModule('node:v8')
  for (const flag of [growth, young]) setFlagsFromString(flag)
}
