import type { Chart } from '../paper/paper.ts'
import { escaped } from './escape.ts'

const size = { width: 760, height: 300, top: 34, bottom: 62, side: 16 } as const
/** Room above and below the bars for their figures. */
const labelRoom = 18
/** A bar is never wider than this, however few years there are. */
const widestBar = 84

const figures = new Intl.NumberFormat('ja-JP', { maximumFractionDigits: 1 })
const signed = (n: number): string => (n > 0 ? `+${figures.format(n)}` : n < 0 ? `−${figures.format(-n)}` : '±0')
const px = (n: number): string => String(Math.round(n * 10) / 10)

/** Increases above the line, decreases below it, a pair a year. The figures stand beside the bars. */
export function svgOf({ caption, unit, bars, words }: Chart, id: string): string {
  const most = Math.max(0, ...bars.map((b) => b.up))
  const least = Math.min(0, ...bars.map((b) => b.down))
  const room = size.height - size.top - size.bottom - 2 * labelRoom
  const scale = room / Math.max(1, most - least)
  const zero = size.top + labelRoom + most * scale
  const slot = (size.width - 2 * size.side) / Math.max(1, bars.length)
  const width = Math.min(widestBar, slot * 0.6)
  const text = (x: number, y: number, value: string, look = '', anchor = 'middle'): string =>
    `<text x="${px(x)}" y="${px(y)}" text-anchor="${anchor}"${look && ` class="${look}"`}>${escaped(value)}</text>`
  const bar = (x: number, y: number, height: number, look: string): string =>
    `<rect class="${look}" x="${px(x - width / 2)}" y="${px(y)}" width="${px(width)}" height="${px(height)}"/>`
  const drawn = bars.map(({ label, up, down }, i) => {
    const x = size.side + slot * (i + 0.5)
    return [
      up > 0 ? bar(x, zero - up * scale, up * scale, 'bar-up') + text(x, zero - up * scale - 5, signed(up)) : '',
      down < 0 ? bar(x, zero, -down * scale, 'bar-down') + text(x, zero - down * scale + 14, signed(down)) : '',
      text(x, size.height - 34, label),
      text(x, size.height - 14, `${words.net} ${signed(up + down)}`, 'soft'),
    ].join('')
  })
  const said = bars
    .map(
      ({ label, up, down }) =>
        `${label}: ${words.up} ${signed(up)}, ${words.down} ${signed(down)}, ${words.net} ${signed(up + down)}`,
    )
    .join('; ')
  return [
    `<svg viewBox="0 0 ${size.width} ${size.height}" width="${size.width}" height="${size.height}" role="img" aria-labelledby="${id}-title ${id}-desc" xmlns="http://www.w3.org/2000/svg">`,
    `<title id="${id}-title">${escaped(caption)}</title><desc id="${id}-desc">${escaped(`${said} (${unit})`)}</desc>`,
    `<rect class="bar-up" x="${size.side}" y="8" width="12" height="12"/>${text(size.side + 18, 19, words.up, '', 'start')}`,
    `<rect class="bar-down" x="${size.side + 90}" y="8" width="12" height="12"/>${text(size.side + 108, 19, words.down, '', 'start')}`,
    text(size.width - size.side, 19, unit, 'soft', 'end'),
    ...drawn,
    `<line class="axis" x1="${size.side}" x2="${size.width - size.side}" y1="${px(zero)}" y2="${px(zero)}"/>`,
    '</svg>',
  ].join('\n')
}
