import { createRequire } from 'node:module'

/** Fonts that pages are drawn in: what word processors of offices print looks like these. All under the SIL Open Font License. */
const files = {
  sans: 'noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf',
  serif: 'noto-serif-jp/400Regular/NotoSerifJP_400Regular.ttf',
  'ud-mincho': 'biz-udmincho/400Regular/BIZUDMincho_400Regular.ttf',
  'ud-gothic': 'biz-udgothic/400Regular/BIZUDGothic_400Regular.ttf',
} as const

export type FontName = keyof typeof files
export const fontNames = Object.keys(files) as FontName[]

const { resolve } = createRequire(import.meta.url)

export const fontFile = (name: FontName): string => resolve(`@expo-google-fonts/${files[name]}`)
