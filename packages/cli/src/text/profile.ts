import type { Profile } from '@kyoyaku/core'
import { say } from '../locale.ts'
import { oneLine } from '../one-line.ts'
import { field, heading, part, type View } from './view.ts'
import { words } from './words.ts'

const described = (region: Profile['region']): string =>
  `${region.name}  ${[region.coreMunicipality, ...region.members.filter((m) => m !== region.coreMunicipality)].join('、')}`

export function profileText(view: View, profile: Profile): string[] {
  const w = (name: keyof typeof words): string => say(words[name], view.locale)
  const { updatedOn, agreementsConcludedOn, pillars } = profile
  return [
    ...heading(view, profile.title, w('profile')),
    ...field(view, w('issuer'), profile.issuer),
    ...field(view, w('updatedOn'), updatedOn && `${updatedOn.edtf}  ${updatedOn.text}`),
    ...field(view, w('region'), described(profile.region)),
    ...profile.otherRegions.flatMap((region) => field(view, w('otherRegion'), described(region))),
    ...field(view, w('date'), agreementsConcludedOn && `${agreementsConcludedOn.edtf}  ${agreementsConcludedOn.text}`),
    ...profile.visionTerms.flatMap(({ term, from, to }) => field(view, w('term'), `${term}  ${from}–${to}`)),
    ...(pillars.length > 0 ? part(w('pillars'), pillars.length) : []),
    ...pillars.map((pillar) => `  ${oneLine(pillar)}`),
  ]
}
