import { type Document, findMunicipalities, type Municipality, municipalities, withCheckDigit } from '@kyoyaku/core'

/** The code of a prefecture or municipality by its printed name; undefined where none or several are called so. */
export type CodeOf = (name: string) => string | undefined

let prefectures: Map<string, string> | undefined
function prefectureCodes(): Map<string, string> {
  prefectures ??= new Map(
    [...municipalities().values()]
      .flat()
      .map(({ prefecture, code }) => [prefecture, withCheckDigit(`${code.slice(0, 2)}000`)]),
  )
  return prefectures
}

function namesIn(document: Document): string[] {
  if (document.type === 'agreement' || document.type === 'regulation')
    return [...document.parties.map(({ name }) => name), ...(document.region?.members ?? [])]
  if (document.type === 'vision')
    return [
      ...document.participationGrids.flatMap((grid) => grid.municipalities),
      ...(document.issuer ? [document.issuer] : []),
    ]
  if (document.type === 'profile') return document.region.members
  return []
}

/** Of municipalities that share a name, the one in the prefecture that most of the document's other names lie in. */
export function codesFor(document: Document): CodeOf {
  const byPrefecture = new Map<string, number>()
  for (const name of namesIn(document)) {
    const [only, ...others] = findMunicipalities(name)
    if (only && others.length === 0) byPrefecture.set(only.prefecture, (byPrefecture.get(only.prefecture) ?? 0) + 1)
  }
  const [home] = [...byPrefecture].sort((a, b) => b[1] - a[1])[0] ?? []
  const known = new Map<string, string | undefined>()
  const find = (name: string): string | undefined => {
    const found = findMunicipalities(name)
    const near = found.length > 1 ? found.filter(({ prefecture }) => prefecture === home) : found
    const [one, ...others]: readonly Municipality[] = near
    if (one) return others.length === 0 ? one.code : undefined
    return prefectureCodes().get(name)
  }
  return (name) => {
    if (!known.has(name)) known.set(name, find(name))
    return known.get(name)
  }
}
