import { fold, type Vision } from '@kyoyaku/core'

const nameOf = (name: string): string => fold(name).replace(/\s/gu, '')

/** The municipalities of a vision, in the order of its grids. */
const membersOf = (vision: Vision): string[] => [...new Set(vision.participationGrids.flatMap((g) => g.municipalities))]

/** Everyone whom a vision names as taking part. */
const namedIn = (vision: Vision): Set<string> =>
  new Set([
    ...membersOf(vision),
    ...[...vision.projects, ...(vision.interRegionProjects ?? [])].flatMap((p) => p.participants),
  ])

const kind = /[市町村]$/u
/** A village becomes a town or a city, a town a city. */
const becomes: Readonly<Record<string, string>> = { 村: '町市', 町: '市' }

/** Municipalities that changed their kind between two versions: 滝沢村 in all of the one, 滝沢市 in all of the other. Old names to new ones. */
export function renamedMembers(old: Vision, other: Vision): ReadonlyMap<string, string> {
  const [before, after] = [namedIn(old), namedIn(other)]
  const come = new Map(
    [...after].filter((name) => !before.has(name)).map((name) => [nameOf(name).replace(kind, ''), name] as const),
  )
  const found = new Map<string, string>()
  for (const name of before) {
    const to = after.has(name) ? undefined : come.get(nameOf(name).replace(kind, ''))
    if (to !== undefined && becomes[name.at(-1) ?? '']?.includes(to.at(-1) ?? '')) found.set(name, to)
  }
  return found
}

/** The members of two versions in one order, so that columns which changed places are no change. */
export function membersInOrder(old: Vision, other: Vision): { old: string[]; new: string[] } {
  const [before, after] = [membersOf(old), membersOf(other)]
  const renamed = renamedMembers(old, other)
  const place = new Map(before.map((name, i) => [renamed.get(name) ?? name, i]))
  return { old: before, new: after.sort((a, b) => (place.get(a) ?? Infinity) - (place.get(b) ?? Infinity) || 0) }
}
