import type { ParseResult } from '../packages/core/src/index.ts'
import type { Expectation } from './fixture-files.ts'

/** A bullet before words; a mark that stands alone is a value. */
const bullet = /^[●・☆※■◆]+(?=.)/u

/** Width, white space and bullets are not what a fixture is about; a wrong character is. */
const plain = (value: string): string =>
  value.normalize('NFKC').replace(/\s+/gu, '').replaceAll('･', '・').replace(bullet, '')

const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > 300 ? `${text.slice(0, 300)}…` : text
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What one line of a list is known by, so that a miss names it and not its index alone. */
const nameOf = (value: unknown): string => {
  if (!isRecord(value)) return ''
  const name = value.project ?? value.title ?? value.name ?? value.symbol ?? value.party ?? value.number ?? value.text
  return name === undefined ? '' : ` ${String(name).slice(0, 20)}`
}

const listed = (values: unknown[]): string =>
  values
    .map((v) => nameOf(v).trim() || shown(v))
    .join(' | ')
    .slice(0, 300)

/** Misses of lists of two lengths, each member against the one of its name. */
function paired(want: unknown[], got: unknown[], path: string): string[] {
  return want.flatMap((w, i) => {
    const name = nameOf(w)
    const partner = name === '' ? undefined : got.find((g) => plain(nameOf(g)) === plain(name))
    return partner === undefined ? [] : missesOf(w, partner, `${path}[${i}${name}]`)
  })
}

/** Where `got` fails to hold what `want` asks for, one line a miss. */
export function missesOf(want: unknown, got: unknown, path = ''): string[] {
  if (typeof want === 'string' && typeof got === 'string' && plain(want) === plain(got)) return []
  if (Array.isArray(want) && Array.isArray(got)) {
    if (want.length === got.length) return want.flatMap((w, i) => missesOf(w, got[i], `${path}[${i}${nameOf(w)}]`))
    return [
      `${path}: want ${want.length} (${listed(want)}), got ${got.length} (${listed(got)})`,
      ...paired(want, got, path),
    ]
  }
  if (isRecord(want) && isRecord(got)) {
    return Object.keys(want).flatMap((key) => missesOf(want[key], got[key], path === '' ? key : `${path}.${key}`))
  }
  return Object.is(want, got) ? [] : [`${path}: want ${shown(want)}, got ${shown(got)}`]
}

/** Every miss of a result against its fixture's expectation. */
export function resultMisses(expected: Expectation, result: ParseResult): string[] {
  const { diagnostics = [], no = [], ...rest } = expected
  const absent = diagnostics
    .filter((want) => !result.diagnostics.some((got) => missesOf(want, got).length === 0))
    .map((want) => {
      const near = result.diagnostics.filter((d) => d.code === want.code).map((d) => d.data)
      return `diagnostics: want ${shown(want)}, got ${shown(near)}`
    })
  const unwanted = no
    .map((code) => result.diagnostics.filter((d) => d.code === code))
    .filter((found) => found.length > 0)
    .map((found) => `diagnostics: want no ${found[0]?.code}, got ${shown(found.map((d) => d.data))}`)
  return [...missesOf(rest, result), ...absent, ...unwanted]
}
