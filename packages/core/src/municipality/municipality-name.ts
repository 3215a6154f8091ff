import { fold } from '../text/fold.ts'
import { isNameOfMunicipality, type Municipality, municipalitiesNamed } from './municipality-table.ts'

/** Longest printed name that is looked up: prefecture, district and name. */
const longestName = 20
/** Longest name of a municipality alone (つくばみらい市, 富士河口湖町 …). */
const longestBareName = 8

const prefecturePrefix = /^(.{2,3}?[都道府県])(.+)$/u
const districtPrefix = /^(.{1,6}?郡)(.+[町村])$/u

const squash = (name: string): string => fold(name).replace(/[ \n]/gu, '')

/** All municipalities that a printed name may stand for: 和気町, 和気郡和気町, 岡山県和気郡和気町, 岡山県岡山市. */
export function findMunicipalities(name: string): readonly Municipality[] {
  const text = squash(name)
  if (text.length < 2 || text.length > longestName) return []
  const direct = municipalitiesNamed(text)
  if (direct.length > 0) return direct
  const [, prefecture, afterPrefecture = text] = prefecturePrefix.exec(text) ?? []
  const whole = municipalitiesNamed(afterPrefecture)
  if (prefecture !== undefined && whole.length > 0) return whole.filter((m) => m.prefecture === prefecture)
  const [, district, bare = ''] = districtPrefix.exec(afterPrefecture) ?? []
  return municipalitiesNamed(bare).filter(
    (m) => m.district === district && (prefecture === undefined || m.prefecture === prefecture),
  )
}

/** The municipality of a printed name; undefined where none, or more than one, is called so. */
export function findMunicipality(name: string): Municipality | undefined {
  const found = findMunicipalities(name)
  return found.length === 1 ? found[0] : undefined
}

/** Whether any municipality bears the printed name, with or without its district and prefecture. */
export const isMunicipality = (name: string): boolean => findMunicipalities(name).length > 0

/** A municipality's name at [start, end) of folded text. */
export interface NameReading {
  start: number
  end: number
  name: string
}

/** Names of municipalities inside running text, in order; the longest where several begin or end at one place (東村山市, not 東村). */
export function readMunicipalities(folded: string): NameReading[] {
  const found: NameReading[] = []
  for (let i = 0; i < folded.length; i++) {
    if (!'市町村区'.includes(folded[i] as string)) continue
    const last = found.at(-1)
    for (let length = longestBareName; length >= 2; length--) {
      const start = i + 1 - length
      const isLonger = start === last?.start
      if (start < (last?.end ?? 0) && !isLonger) continue
      const name = folded.slice(start, i + 1)
      if (!isNameOfMunicipality(name)) continue
      if (isLonger) found.pop()
      found.push({ start, end: i + 1, name })
      break
    }
  }
  return found
}
