/** What paper, glass and the program of a scanner do to a page. Lengths are in pixels of the scan, greys from 0 to 255. */
export interface ScanLook {
  dpi: number
  /** Turn of the page in degrees, one way or the other; at least half of it where it is not none. */
  skew: number
  /** How far the paper bulges from where it should be. */
  warp: number
  /** Standard deviation of the blur of optics and ink. */
  blur: number
  /** Standard deviation of the noise of the sensor. */
  noise: number
  /** Grey of the paper, and how much darker a corner or side may be. */
  paper: readonly [darkest: number, lightest: number]
  shade: number
  /** Grey of the ink. */
  ink: readonly [darkest: number, lightest: number]
  /** Dots of dirt a million pixels, dark or light, of a pixel or a few. */
  speckles: number
  /** Lines that dirt on the glass draws down the page. */
  streaks: number
  /** Quarter turns that the page may lie by. */
  turns: readonly (0 | 90 | 180 | 270)[]
  /** People wrote on it with coloured pens and put seals on it. */
  pens?: true
  /** One bit a pixel, or a JPEG of this quality, or as it is. */
  file: 'bilevel' | { quality: number } | 'exact'
}

const clean: ScanLook = {
  dpi: 300,
  skew: 0,
  warp: 0,
  blur: 0,
  noise: 0,
  paper: [255, 255],
  shade: 0,
  ink: [0, 0],
  speckles: 0,
  streaks: 0,
  turns: [0],
  file: 'exact',
}
const degraded: ScanLook = {
  ...clean,
  skew: 0.7,
  blur: 0.8,
  noise: 7,
  paper: [215, 240],
  shade: 25,
  ink: [15, 50],
  speckles: 30,
  file: { quality: 70 },
}

const fax: ScanLook = {
  ...degraded,
  dpi: 200,
  skew: 0.5,
  blur: 0.5,
  paper: [235, 250],
  shade: 10,
  speckles: 60,
  file: 'bilevel',
}

/** The first four are what scores are given for; the others show where reading ends. */
export const scanLooks = {
  clean300: clean,
  degraded300: degraded,
  degraded200: { ...degraded, dpi: 200, blur: 0.6 },
  fax200: fax,
  hard300: { ...degraded, skew: 1.6, warp: 4, streaks: 3 },
  low150: { ...degraded, dpi: 150, blur: 0.5 },
  turned200: { ...degraded, dpi: 200, blur: 0.6, turns: [90, 180, 270] },
  penned300: { ...degraded, pens: true },
  pennedfax200: { ...fax, pens: true },
} as const satisfies Record<string, ScanLook>

export type ScanLookName = keyof typeof scanLooks
export const scoredLooks = ['clean300', 'degraded300', 'degraded200', 'fax200'] as const satisfies ScanLookName[]
