import { expect, test, vi } from 'vitest'
import { rawPdf } from './draw-pdf.ts'
import { readPdf } from './read-pdf.ts'

const image =
  '<< /Type /XObject /Subtype /Image /Width 2 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /ASCIIHexDecode /Length 5 >>\nstream\n00ff>\nendstream'

/** Alone in its file: pdfjs keeps from one document to the next how much it says. */
test('the first document of a process prints nothing', async () => {
  const spies = (['log', 'warn', 'error'] as const).map((name) =>
    vi.spyOn(console, name).mockImplementation(() => undefined),
  )
  // Reading text leaves images out, which pdfjs would tell of.
  await readPdf(rawPdf('q 300 0 0 200 0 0 cm /I Do Q', '/XObject << /I 5 0 R >>', [image]), 'a.pdf')
  expect(spies.flatMap((s) => s.mock.calls)).toEqual([])
})
