import { type Codes, type Component, type JpegHead, jpegHead, marker } from './jpeg-head.ts'

const side = 8
const blockSize = side * side
/** About so many blocks are looked at: shares of a picture are known from them to a hundredth … */
const enough = 3000
/** … at uneven distances, so that no pattern keeps step with them: by the generator of Park and Miller. */
const stride = 48_271
const modulus = 2_147_483_647
/** Shades are coded by how far they are from this one, and by so many bits at the most. */
const middle = 128
const largestSize = 11

/** Where the coefficients stand in a block, in the order they are coded in. */
const zigzag: readonly number[] = Array.from({ length: blockSize }, (_, i) => i).toSorted((a, b) => {
  const [ax, ay, bx, by] = [a % side, a >> 3, b % side, b >> 3]
  const diagonal = ax + ay - (bx + by)
  return diagonal || ((ax + ay) % 2 === 0 ? ax - bx : ay - by)
})
/** Of a frequency, by its number, what it is at each of eight places. */
const waves = Float64Array.from({ length: blockSize }, (_, i) => {
  const [frequency, place] = [i >> 3, i & 7]
  return (frequency === 0 ? Math.SQRT1_2 : 1) * 0.5 * Math.cos(((2 * place + 1) * frequency * Math.PI) / 16)
})

/** The coded bits of a scan without the bytes that keep them from being markers, and where each of its stretches ends. */
function bitsOf(bytes: Uint8Array, from: number): { data: Uint8Array; ends: number[] } | undefined {
  const ends: number[] = []
  const data = new Uint8Array(bytes.length - from + 4)
  let to = 0
  for (let at = from; at < bytes.length; ) {
    const next = bytes.indexOf(0xff, at)
    if (next < 0 || next + 1 >= bytes.length) return undefined
    const kind = bytes[next + 1] as number
    data.set(bytes.subarray(at, next + (kind === 0 ? 1 : 0)), to)
    to += next - at + (kind === 0 ? 1 : 0)
    at = next + 2
    if (kind === 0) continue
    ends.push(to)
    if (kind === marker.end) return { data, ends }
    if (kind >> 3 !== marker.restart >> 3) return undefined
  }
  return undefined
}

/** A component in a scan. */
interface Coded extends Component {
  constants: Codes
  others: Codes
}

function codedOf({ tables, scan }: JpegHead): Coded[] | undefined {
  const components = tables.frame?.components ?? []
  // Of brightness and two differences, or of brightness alone; all of them in one scan.
  if (components.length !== 1 && (components.length !== 3 || tables.isPlain)) return undefined
  if (components.map((c) => c.id).join() === '82,71,66' || scan.byteLength < 1 + 2 * components.length) return undefined
  const coded: Coded[] = []
  for (const [i, component] of components.entries()) {
    const which = scan.getUint8(2 + 2 * i)
    const constants = tables.codes.get(which >> 4)
    const others = tables.codes.get(16 | (which & 15))
    if (scan.getUint8(1 + 2 * i) !== component.id || !constants || !others) return undefined
    coded.push({ ...component, constants, others })
  }
  return scan.getUint8(0) === components.length ? coded : undefined
}

/** Sixteen bits from a bit on. */
function ahead(data: Uint8Array, bit: number): number {
  const at = bit >> 3
  const three = ((data[at] as number) << 16) | ((data[at + 1] as number) << 8) | (data[at + 2] as number)
  return (three >> (8 - (bit & 7))) & 0xffff
}

/** The number in so many bits from a bit on, of which a first 0 stands for a negative one. */
function numberAt(data: Uint8Array, bit: number, size: number): number {
  if (size === 0) return 0
  const value = ahead(data, bit) >> (16 - size)
  return value >> (size - 1) ? value : value - (1 << size) + 1
}

/** The bit behind the frequencies of a block but the first, which go `into` where they are wanted; -1 where they are none. */
function passed(
  data: Uint8Array,
  from: number,
  codes: Codes,
  into: Float64Array | undefined,
  factors: Float64Array,
): number {
  let bit = from
  let k = 1
  while (k < blockSize) {
    const code = codes[ahead(data, bit)] as number
    const size = code & 15
    if (code === 0) return -1
    bit += code >> 8
    if (size === 0 && (code & 0xf0) !== 0xf0) return bit
    k += (code >> 4) & 15
    if (into && size > 0 && k < blockSize)
      into[zigzag[k] as number] = numberAt(data, bit, size) * (factors[k] as number)
    bit += size
    k++
  }
  return k === blockSize ? bit : -1
}

/** What was seen of the brightness of a picture in a part of it. */
export interface Shades {
  /** How often each of 256 shades was seen. */
  counts: Uint32Array
  /** The darkest and the lightest shade of each square of 8 by 8 pixels that was looked at, one after the other. */
  ends: number[]
}

const rows = new Float64Array(blockSize)

/** Adds a block, given by its frequencies, to what was seen. */
function see(frequencies: Float64Array, { counts, ends }: Shades): void {
  rows.fill(0)
  for (let i = 0; i < blockSize; i++) {
    const [value, row, u] = [frequencies[i] as number, i & ~7, (i & 7) * side]
    if (value === 0) continue
    for (let x = 0; x < side; x++) rows[row + x] = (rows[row + x] as number) + value * (waves[u + x] as number)
  }
  let [darkest, lightest] = [255, 0]
  for (let i = 0; i < blockSize; i++) {
    let value = middle
    for (let v = 0; v < side; v++)
      value += (rows[v * side + (i & 7)] as number) * (waves[v * side + (i >> 3)] as number)
    const shade = Math.min(255, Math.max(0, Math.round(value)))
    counts[shade] = (counts[shade] as number) + 1
    darkest = Math.min(darkest, shade)
    lightest = Math.max(lightest, shade)
  }
  ends.push(darkest, lightest)
}

/** How many units of blocks a frame has, and how many blocks of each component one of them holds. */
function unitsOf({ width, height }: { width: number; height: number }, coded: readonly Coded[]): [number, number[]] {
  // A component that is alone is coded block by block, whatever its factors say.
  if (coded.length === 1) return [Math.ceil(width / side) * Math.ceil(height / side), [1]]
  const [across, down] = [Math.max(...coded.map((c) => c.across)), Math.max(...coded.map((c) => c.down))]
  return [Math.ceil(width / (side * across)) * Math.ceil(height / (side * down)), coded.map((c) => c.across * c.down)]
}

/**
 * The shades of a JPEG in blocks spread over it, of which the others are only passed: a fraction of the work of decoding it. Undefined where
 * the JPEG is of a kind that is not looked into (one that becomes sharper as it comes, or of other colours), or not as whole as it says.
 */
export function jpegShades(bytes: Uint8Array): Shades | undefined {
  const head = jpegHead(bytes)
  const coded = head && codedOf(head)
  const bits = coded && bitsOf(bytes, head.from)
  const { frame, interval = 0, quantities } = head?.tables ?? {}
  const factors = quantities?.get(coded?.[0]?.quantities ?? 0)
  if (!coded || !bits || !frame || !factors) return undefined
  const { data, ends } = bits
  const [units, blocks] = unitsOf(frame, coded)
  const each = interval || units
  if (units === 0 || ends.length !== Math.ceil(units / each)) return undefined
  const seen: Shades = { counts: new Uint32Array(256), ends: [] }
  const frequencies = new Float64Array(blockSize)
  const constants = new Int32Array(coded.length)
  const distance = Math.max(1, Math.floor((units * (blocks[0] as number)) / enough))
  let [bit, random, wait] = [0, 1, 0]
  for (let unit = 0; unit < units; unit++) {
    if (unit % each === 0) {
      if (unit > 0) bit = (ends[unit / each - 1] as number) * 8
      constants.fill(0)
    }
    for (let c = 0; c < coded.length; c++) {
      const { constants: codes, others } = coded[c] as Coded
      for (let n = blocks[c] as number; n > 0; n--) {
        const code = codes[ahead(data, bit)] as number
        const size = code & 0xff
        if (code === 0 || size > largestSize) return undefined
        bit += code >> 8
        constants[c] = (constants[c] as number) + numberAt(data, bit, size)
        const isSeen = c === 0 && wait-- <= 0
        if (isSeen) frequencies.fill(0)
        bit = passed(data, bit + size, others, isSeen ? frequencies : undefined, factors)
        if (bit < 0) return undefined
        if (!isSeen) continue
        frequencies[0] = (constants[0] as number) * (factors[0] as number)
        see(frequencies, seen)
        random = (random * stride) % modulus
        wait = random % (2 * distance - 1)
      }
    }
    if ((unit + 1) % each === 0 && bit > (ends[(unit + 1) / each - 1] as number) * 8) return undefined
  }
  return bit > (ends.at(-1) as number) * 8 ? undefined : seen
}
