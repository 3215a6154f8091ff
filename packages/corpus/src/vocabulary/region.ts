import { municipalities } from '@kyoyaku/core'
import type { Random } from '../random.ts'

/** Municipalities of one prefecture that form a region, the core city first. */
export interface RegionModel {
  prefecture: string
  name: string
  members: readonly string[]
}

let byPrefecture: Map<string, string[]> | undefined

function namesByPrefecture(): ReadonlyMap<string, readonly string[]> {
  if (byPrefecture) return byPrefecture
  byPrefecture = new Map()
  for (const [name, all] of municipalities()) {
    const [only] = all
    // A name that two municipalities bear, or a ward, names no member of a region by itself.
    if (all.length !== 1 || !only || name.endsWith('区')) continue
    const names = byPrefecture.get(only.prefecture)
    if (names) names.push(name)
    else byPrefecture.set(only.prefecture, [name])
  }
  return byPrefecture
}

const epithets = ['中央', '東部', '西部', '北部', '南部', '広域', '山麓', '流域', 'みなと', '盆地']

/** A region of `size` municipalities that exist, in a combination that need not. */
export function drawRegion(random: Random, size: number): RegionModel {
  const prefectures = [...namesByPrefecture()].filter(([, names]) => names.length > size + 2)
  const [prefecture, names] = random.pick(prefectures)
  const core = random.pick(names.filter((name) => name.endsWith('市')))
  const rest = random.sample(
    names.filter((name) => name !== core),
    size - 1,
  )
  // 市 before 町 before 村, as all lists have them.
  const rank = (name: string): number => '市町村'.indexOf(name.at(-1) ?? '')
  const sorted = rest.sort((a, b) => rank(a) - rank(b))
  return {
    prefecture,
    name: `${core.slice(0, -1)}${random.pick(epithets)}`,
    members: [core, ...sorted],
  }
}
