const side = 8
const quantity = 6
/** Codes of 4 bits for the sizes of first frequencies, of 8 bits for runs and sizes of the others. */
const sizes = Array.from({ length: 12 }, (_, i) => i)
const runs = [0, 0xf0, ...Array.from({ length: 160 }, (_, i) => ((i / 10) << 4) | ((i % 10) + 1))]

export interface JpegShape {
  width: number
  height: number
  /** Colour: brightness in four blocks to one of each of two differences, which are none. */
  color?: boolean
  /** Units of blocks between two restarts. */
  restart?: number
}

/** A JPEG for tests, of the shade that `shade` gives for each pixel. */
export function drawJpeg(
  { width, height, color, restart }: JpegShape,
  shade: (x: number, y: number) => number,
): Uint8Array {
  const out: number[] = []
  const segment = (kind: number, data: readonly number[]): void => {
    out.push(0xff, kind, (data.length + 2) >> 8, (data.length + 2) & 255, ...data)
  }
  let bits = ''
  const flush = (): void => {
    for (let at = 0; at < bits.length; at += 8) {
      const byte = Number.parseInt(bits.slice(at, at + 8).padEnd(8, '1'), 2)
      out.push(byte)
      if (byte === 255) out.push(0)
    }
    bits = ''
  }
  const code = (symbol: number, among: readonly number[], length: number, value: number): void => {
    const size = symbol & 15
    bits += among.indexOf(symbol).toString(2).padStart(length, '0')
    if (size > 0) bits += (value > 0 ? value : value + (1 << size) - 1).toString(2).padStart(size, '0')
  }
  const sizeOf = (value: number): number => (value === 0 ? 0 : Math.abs(value).toString(2).length)
  const wave = (u: number, x: number): number =>
    (u === 0 ? Math.SQRT1_2 : 1) * 0.5 * Math.cos(((2 * x + 1) * u * Math.PI) / (2 * side))
  /** Writes a block, returns its first frequency. */
  const block = (left: number, top: number, before: number): number => {
    const rows = Array.from({ length: 64 }, (_, i) => {
      let sum = 0
      for (let x = 0; x < side; x++) sum += (shade(left + x, top + (i >> 3)) - 128) * wave(i & 7, x)
      return sum
    })
    const found: number[] = []
    for (let d = 0; d < 15; d++)
      for (let k = Math.max(0, d - 7); k <= Math.min(7, d); k++) {
        const [u, v] = d % 2 === 0 ? [k, d - k] : [d - k, k]
        let sum = 0
        for (let y = 0; y < side; y++) sum += (rows[y * side + u] as number) * wave(v, y)
        found.push(Math.round(sum / quantity))
      }
    const [first = 0, ...others] = found
    code(sizeOf(first - before), sizes, 4, first - before)
    let run = 0
    for (const value of others) {
      if (value === 0) run++
      else {
        for (; run > 15; run -= 16) code(0xf0, runs, 8, 0)
        code((run << 4) | sizeOf(value), runs, 8, value)
        run = 0
      }
    }
    if (run > 0) code(0, runs, 8, 0)
    return first
  }
  const ids = color ? [1, 2, 3] : [1]
  out.push(0xff, 0xd8)
  segment(0xdb, [0, ...Array<number>(64).fill(quantity)])
  segment(0xc0, [
    8,
    height >> 8,
    height & 255,
    width >> 8,
    width & 255,
    ids.length,
    ...ids.flatMap((id) => [id, color && id === 1 ? 0x22 : 0x11, 0]),
  ])
  segment(0xc4, [0, 0, 0, 0, sizes.length, ...Array<number>(12).fill(0), ...sizes])
  segment(0xc4, [16, ...Array<number>(7).fill(0), runs.length, ...Array<number>(8).fill(0), ...runs])
  if (restart) segment(0xdd, [restart >> 8, restart & 255])
  segment(0xda, [ids.length, ...ids.flatMap((id) => [id, 0]), 0, 63, 0])
  const unit = color ? 2 * side : side
  let [before, done] = [0, 0]
  for (let top = 0; top < height; top += unit)
    for (let left = 0; left < width; left += unit, done++) {
      if (restart && done > 0 && done % restart === 0) {
        flush()
        out.push(0xff, 0xd0 + ((done / restart - 1) % 8))
        before = 0
      }
      for (let y = 0; y < unit; y += side)
        for (let x = 0; x < unit; x += side) before = block(left + x, top + y, before)
      for (const _ of ids.slice(1)) {
        code(0, sizes, 4, 0)
        code(0, runs, 8, 0)
      }
      // Bits in whole bytes go out, so that the text of them stays short.
      const whole = bits.length & ~7
      const rest = bits.slice(whole)
      bits = bits.slice(0, whole)
      flush()
      bits = rest
    }
  flush()
  out.push(0xff, 0xd9)
  return Uint8Array.from(out)
}
