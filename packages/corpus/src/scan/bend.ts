/** Grey pixels, rows from the top. */
export interface Grey {
  width: number
  height: number
  data: Uint8Array
}

const white = 255

/** How a page lies on the glass: turned about its middle, and bulging in a wave of one length a side. */
export interface Bend {
  /** In degrees, clockwise. */
  angle: number
  /** Greatest distance of the bulge, in pixels. */
  warp: number
  /** Where in its wave the bulge begins, in radians. */
  phase: number
}

/** The page as it lies, by bilinear sampling; what is beyond its edges is white. */
export function bend({ width, height, data }: Grey, { angle, warp, phase }: Bend): Grey {
  if (angle === 0 && warp === 0) return { width, height, data }
  const out = new Uint8Array(width * height)
  const turn = (angle * Math.PI) / 180
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
  const [cx, cy] = [(width - 1) / 2, (height - 1) / 2]
  // The bulge of a column or row is the same all along it.
  const bulgeX = Float64Array.from({ length: height }, (_, y) => warp * Math.sin((2 * Math.PI * y) / height + phase))
  const bulgeY = Float64Array.from({ length: width }, (_, x) => warp * Math.sin((2 * Math.PI * x) / width + phase))
  const at = (x: number, y: number): number =>
    x < 0 || y < 0 || x >= width || y >= height ? white : (data[y * width + x] as number)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const dx = x - cx
      const dy = y - cy
      const sx = cx + cos * dx + sin * dy + (bulgeX[y] as number)
      const sy = cy - sin * dx + cos * dy + (bulgeY[x] as number)
      const x0 = Math.floor(sx)
      const y0 = Math.floor(sy)
      const fx = sx - x0
      const fy = sy - y0
      const top = at(x0, y0) * (1 - fx) + at(x0 + 1, y0) * fx
      const bottom = at(x0, y0 + 1) * (1 - fx) + at(x0 + 1, y0 + 1) * fx
      out[y * width + x] = Math.round(top * (1 - fy) + bottom * fy)
    }
  }
  return { width, height, data: out }
}
