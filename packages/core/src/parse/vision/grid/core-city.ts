import { readMunicipalities } from '../../../municipality/municipality-name.ts'
import { filled, type Row } from '../row.ts'

const said = '(?:宣言)?中心市|(?:連携)?中枢都市'
/** The head of the core city's own column, which names the city no further. */
export const isCoreHead = (bare: string): boolean => coreHead.test(bare)
const coreHead = new RegExp(`^(?:${said}|中枢市|圏域中心市)$`, 'u')

const before = new RegExp(`(?:${said})(?:名|市)?(?:である|の|は|として|たる)?[:|「(、]{0,2}$`, 'u')
const behind = new RegExp(
  `^(?:\\((?:${said})\\)|[をが](?:、)?(?:${said})|は、?(?:この圏域の|圏域の|本圏域の)?(?:${said})(?:と|で))`,
  'u',
)
/** Characters that are looked at on either side of a name. */
const reach = 14
/** A city alone on a line of the cover makes the vision, as only the core city of a region does. */
const coverRows = 12

/** The one city that the document calls the core of its region, or that makes the vision where it calls none so; undefined where there are several. */
export function coreCity(rows: readonly Row[]): string | undefined {
  const found = new Set<string>()
  const makers = new Set<string>()
  rows.forEach((row, i) => {
    const text = filled(row)
      .map((c) => c.bare)
      .join('|')
    if (i < coverRows && row.line && text.endsWith('市') && readMunicipalities(text)[0]?.name === text) makers.add(text)
    if (!/中心市|中枢都市/u.test(text)) return
    for (const { start, end, name } of readMunicipalities(text)) {
      if (!name.endsWith('市')) continue
      if (before.test(text.slice(Math.max(0, start - reach), start)) || behind.test(text.slice(end, end + reach)))
        found.add(name)
    }
  })
  const [core, ...others] = found.size > 0 ? found : makers
  return others.length === 0 ? core : undefined
}
