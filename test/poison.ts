import { constants, deflateRawSync, deflateSync } from 'node:zlib'
import { drawPdf, rawPdf } from '../packages/pdf/src/draw-pdf.ts'

/** A document that goes wrong, with the reasons for which a batch may give it up. */
export interface PoisonDocument {
  name: string
  bytes: Uint8Array
  reasons: readonly string[]
}

const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')

/** A form of a PDF, as an object. */
const form = (dictionary: string, stream: string): string =>
  `<< /Type /XObject /Subtype /Form /BBox [0 0 300 200] ${dictionary} /Length ${stream.length} >>\nstream\n${stream}\nendstream`

const formLevels = 12
const formRepeats = 40

/** Forms that paint forms: forty to the power of twelve texts out of some kilobytes. */
function endlessPdf(seed: number): Uint8Array {
  const forms = Array.from({ length: formLevels }, (_, i) =>
    i === formLevels - 1
      ? form('', `BT (${seed}) Tj ET `.repeat(formRepeats))
      : form(`/Resources << /XObject << /F ${6 + i} 0 R >> >>`, '/F Do '.repeat(formRepeats)),
  )
  return rawPdf('/F Do', '/XObject << /F 5 0 R >>', forms)
}

const bombBlock = 1 << 24
const bombSize = 4 * 2 ** 30

/** Four gigabytes of white space in a content stream that was packed twice: some kilobytes. */
function bombPdf(seed: number): Uint8Array {
  const block = deflateRawSync(Buffer.alloc(bombBlock, ' '), { finishFlush: constants.Z_FULL_FLUSH })
  const header = Buffer.from([0x78, 0x9c])
  const packed = Buffer.concat([header, ...Array.from({ length: bombSize / bombBlock }, () => block)])
  const stream = latin(deflateSync(packed))
  return rawPdf(`% ${seed}\n/F Do`, '/XObject << /F 5 0 R >>', [form('/Filter [/FlateDecode /FlateDecode]', stream)])
}

/** A ZIP archive of one member that unpacks to a thousand times its size; also what a Word file is. */
function bombZip(member: string): Uint8Array {
  const name = Buffer.from(member)
  const size = 2 ** 28
  const packed = deflateRawSync(Buffer.alloc(size))
  const fields = (central: boolean): Buffer => {
    const head = Buffer.alloc(central ? 46 : 30)
    head.writeUInt32LE(central ? 0x02014b50 : 0x04034b50, 0)
    // Version, flags and method; then, after times that nobody asks for, the checksum and the sizes.
    const at = central ? 6 : 4
    head.writeUInt16LE(20, at)
    head.writeUInt16LE(8, at + 4)
    head.writeUInt32LE(packed.length, at + 14)
    head.writeUInt32LE(size, at + 18)
    head.writeUInt16LE(name.length, at + 22)
    return Buffer.concat([head, name])
  }
  const [local, central] = [fields(false), fields(true)]
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(local.length + packed.length, 16)
  return Buffer.concat([local, packed, central, end])
}

/** A document of every kind that goes wrong; another seed gives other contents. `whole` is a PDF that does not. */
export async function poisonDocuments(seed: number, whole: Uint8Array): Promise<PoisonDocument[]> {
  const locked = await drawPdf([(d) => d.text(`第${seed}号`, 50, 50)], { userPassword: 'secret' })
  return [
    { name: `z-endless-${seed}.pdf`, bytes: endlessPdf(seed), reasons: ['time-out', 'memory', 'crash'] },
    { name: `z-bomb-${seed}.pdf`, bytes: bombPdf(seed), reasons: ['memory', 'time-out', 'crash'] },
    { name: `truncated-${seed}.pdf`, bytes: whole.subarray(0, 1200 + seed), reasons: ['damaged'] },
    { name: `locked-${seed}.pdf`, bytes: locked, reasons: ['locked'] },
    { name: `bomb-${seed}.docx`, bytes: bombZip(`word/${seed}.xml`), reasons: ['unsupported', 'refused', 'too-large'] },
    { name: `bomb-${seed}.zip`, bytes: bombZip(`${seed}.txt`), reasons: ['refused'] },
    { name: `cut-${seed}.zip`, bytes: bombZip(`${seed}.txt`).subarray(0, 60 + seed), reasons: ['damaged'] },
    { name: `binary-${seed}.txt`, bytes: Buffer.from(`\0\x01\x02\0${seed}\0`), reasons: ['binary'] },
    // The same bytes in every file: copies share the failure.
    { name: `empty-${seed}.txt`, bytes: new Uint8Array(), reasons: ['empty'] },
  ]
}
