import { expect, test } from 'vitest'
import { cutJbig2 } from './cut-jbig2.ts'
import { rawPdf } from './draw-pdf.ts'

/** A page segment, and a region of `said` bytes of which there are `real`. */
const segments = (said: number, real: number): string =>
  String.fromCharCode(0, 0, 0, 0, 48, 0, 1, 0, 0, 0, 19, ...Array<number>(19).fill(0)) +
  String.fromCharCode(0, 0, 0, 1, 38, 0, 1, 0, 0, 0, said, ...Array<number>(real).fill(7))
const pdfOf = (data: string, filter = '/JBIG2Decode', end = '\nendstream'): Uint8Array =>
  rawPdf('', '', [
    `<< /Type /XObject /Width 30 /Height 20 /Filter ${filter} /Length ${data.length} >>\nstream\n${data}${end}`,
  ])

test.each([
  ['are all there', pdfOf(segments(40, 40)), []],
  ['end early', pdfOf(segments(40, 12)), ['30 20']],
  ['end in a header', pdfOf(segments(40, 40) + segments(40, 40).slice(0, 8)), ['30 20']],
  ['end with the file', pdfOf(segments(250, 12), '[/JBIG2Decode]', '').slice(0, -150), ['30 20']],
  ['are of unknown length', pdfOf(segments(40, 12).replace('\0\0\0\u0028', '\u00ff\u00ff\u00ff\u00ff')), []],
  ['lie under another coding', pdfOf(segments(40, 12), '[/ASCIIHexDecode /JBIG2Decode]'), []],
])('images whose data %s', (_, bytes, sizes) => expect([...cutJbig2(bytes)]).toEqual(sizes))
