/** Markers of JPEG, the second of their two bytes. */
export const marker = {
  start: 0xd8,
  end: 0xd9,
  restart: 0xd0,
  scan: 0xda,
  huffman: 0xc4,
  quantities: 0xdb,
  interval: 0xdd,
  adobe: 0xee,
}
/** Frames that are coded in one go, eight bits a sample, by Huffman: what nearly all JPEGs in PDFs are. */
const sequential = new Set([0xc0, 0xc1])
const blockSize = 64
/** Of a code of 16 bits at the most, the number of bits and the byte it stands for. */
export type Codes = Uint16Array

export interface Component {
  id: number
  across: number
  down: number
  quantities: number
}
interface Frame {
  width: number
  height: number
  components: Component[]
}
export interface Tables {
  quantities: Map<number, Float64Array>
  codes: Map<number, Codes>
  interval: number
  frame?: Frame
  /** Colours are as they are, not brightness and two differences. */
  isPlain: boolean
}
export interface JpegHead {
  tables: Tables
  scan: DataView
  from: number
}

function codesOf(lengths: Uint8Array, symbols: Uint8Array): Codes {
  const codes = new Uint16Array(1 << 16)
  let at = 0
  let next = 0
  for (let length = 1; length <= 16; length++)
    for (let n = lengths[length - 1] as number; n > 0; n--) {
      const to = at + (1 << (16 - length))
      codes.fill((length << 8) | (symbols[next++] as number), at, to)
      at = to
    }
  return codes
}

function readCodes(data: DataView, codes: Tables['codes']): void {
  for (let at = 0; at + 17 <= data.byteLength; ) {
    const lengths = new Uint8Array(data.buffer, data.byteOffset + at + 1, 16)
    const count = lengths.reduce((n, c) => n + c, 0)
    if (at + 17 + count > data.byteLength) return
    codes.set(data.getUint8(at), codesOf(lengths, new Uint8Array(data.buffer, data.byteOffset + at + 17, count)))
    at += 17 + count
  }
}

function readQuantities(data: DataView, quantities: Tables['quantities']): void {
  for (let at = 0; at < data.byteLength; ) {
    const first = data.getUint8(at)
    const bytes = first >> 4 ? 2 : 1
    if (at + 1 + bytes * blockSize > data.byteLength) return
    const table = new Float64Array(blockSize)
    for (let i = 0; i < blockSize; i++)
      table[i] = bytes === 2 ? data.getUint16(at + 1 + 2 * i) : data.getUint8(at + 1 + i)
    quantities.set(first & 15, table)
    at += 1 + bytes * blockSize
  }
}

function readFrame(data: DataView): Frame | undefined {
  if (data.byteLength < 6 || data.getUint8(0) !== 8 || data.byteLength < 6 + 3 * data.getUint8(5)) return undefined
  const components = Array.from({ length: data.getUint8(5) }, (_, i) => ({
    id: data.getUint8(6 + 3 * i),
    across: data.getUint8(7 + 3 * i) >> 4,
    down: data.getUint8(7 + 3 * i) & 15,
    quantities: data.getUint8(8 + 3 * i),
  }))
  return { width: data.getUint16(3), height: data.getUint16(1), components }
}

/** What a JPEG says before its first scan, and where the coded bits of that begin; undefined where it is of another kind. */
export function jpegHead(bytes: Uint8Array): JpegHead | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== marker.start) return undefined
  const tables: Tables = { quantities: new Map(), codes: new Map(), interval: 0, isPlain: false }
  for (let at = 2; at + 4 <= bytes.length; ) {
    const [ff, kind] = [bytes[at] as number, bytes[at + 1] as number]
    const length = ((bytes[at + 2] as number) << 8) | (bytes[at + 3] as number)
    if (ff !== 0xff || length < 2 || at + 2 + length > bytes.length) return undefined
    const data = new DataView(bytes.buffer, bytes.byteOffset + at + 4, length - 2)
    at += 2 + length
    if (kind === marker.scan) return { tables, scan: data, from: at }
    if (kind === marker.huffman) readCodes(data, tables.codes)
    else if (kind === marker.quantities) readQuantities(data, tables.quantities)
    else if (kind === marker.interval && data.byteLength >= 2) tables.interval = data.getUint16(0)
    else if (kind === marker.adobe && data.byteLength >= 12) tables.isPlain = data.getUint8(11) === 0
    else if (sequential.has(kind)) {
      const frame = readFrame(data)
      if (!frame) return undefined
      tables.frame = frame
    } else if (kind >= 0xc0 && kind <= 0xcf) return undefined
  }
  return undefined
}
