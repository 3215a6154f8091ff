import type { Component, InkRuns } from '../ink/components.ts'
import { cutOut, outlineOf } from './outline.ts'

/** Rings so large across, in pixels at 300 dpi (9 to 45 mm), are stamps and no characters. */
const smallest = 106
const largest = 530
const widestAspect = 1.25
/** A ring has ink on this share of the rays from its middle, this close to where a circle has it. */
const closed = 0.85
const roundness = 0.12

/** Parts the round stamps of a page, each with what stands inside of it, from its other ink. */
export function roundStamps(
  components: readonly Component[],
  runs: InkRuns,
): { stamps: Component[]; others: Component[] } {
  const stamps = components.filter((c) => {
    const [w, h] = [c.x1 - c.x0, c.y1 - c.y0]
    if (Math.min(w, h) < smallest || Math.max(w, h) > largest) return false
    if (Math.max(w / h, h / w) > widestAspect) return false
    const { outer } = outlineOf(cutOut([c], runs))
    const near = outer.filter((r) => Math.abs(r - 1) <= roundness).length
    return near >= outer.length * closed
  })
  const inside = (c: Component): boolean =>
    stamps.some((s) => c.x0 >= s.x0 && c.x1 <= s.x1 && c.y0 >= s.y0 && c.y1 <= s.y1)
  return { stamps, others: stamps.length === 0 ? [...components] : components.filter((c) => !inside(c)) }
}
