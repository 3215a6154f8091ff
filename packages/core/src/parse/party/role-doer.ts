import { readMunicipalities } from '../../municipality/municipality-name.ts'
import { areSymbols, betweenParties } from './party-symbol.ts'

const partyRole = /^([^。]{1,24}?)の(?:役割|役割分担)(?:(?:及び|・)費用(?:の)?(?:分担|負担))?$/u
const areMunicipal = (doer: string): boolean =>
  doer.split(betweenParties).every((name) => /^[^ ]{1,8}[市町村区県府都道]$/u.test(name))
/** 甲の役割及び乙の役割 is 甲及び乙の役割. */
const eachWithRole = /の役割(及び|並びに|、|・)(?=[^ 。]{1,24}の役割)/gu
const particle = /[をにがはで]/u
/** Who has the role that a label heads. Particles are those of a sentence, but in the name of a municipality: 東かがわ, にかほ. */
export function doerOf(label: string): string | undefined {
  const doer = partyRole.exec(label.replace(eachWithRole, '$1'))?.[1]
  // 市の役割 大学の役割: a row of headings names nobody.
  if (doer?.includes('役割') || (doer?.includes('、') && !areSymbols(doer) && !areMunicipal(doer))) return undefined
  if (doer === undefined || !particle.test(doer)) return doer
  const apart = [...readMunicipalities(doer)]
    .reverse()
    .reduce((rest, r) => rest.slice(0, r.start) + rest.slice(r.end), doer)
  return particle.test(apart) ? undefined : doer
}
