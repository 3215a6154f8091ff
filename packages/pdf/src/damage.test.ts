import { spawnSync } from 'node:child_process'
import { tables, UnreadableError } from '@kyoyaku/core'
import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { drawPdf } from './draw-pdf.ts'
import { readPdf } from './read-pdf.ts'

let whole: Uint8Array
beforeAll(async () => {
  whole = await drawPdf(
    [
      (d) => {
        for (const [i, word] of ['連携協約', '区分', '金額', '1,200千円'].entries()) d.text(word, 55, 52 + i * 20)
        for (const y of [50, 70, 90]) d.moveTo(50, y).lineTo(250, y).stroke()
        for (const x of [50, 150, 250]) d.moveTo(x, 50).lineTo(x, 90).stroke()
      },
      (d) => d.fillColor('#ff0000').text('別表', 50, 50).rect(50, 80, 100, 1).fill(),
    ],
    { compress: false },
  )
})

/** Bytes with a piece cut out, bits turned over, and one piece written over another. */
const damage = fc.record({
  cut: fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 400 })),
  flips: fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 255 })), {
    maxLength: 40,
  }),
  copy: fc.tuple(
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.integer({ min: 0, max: 2000 }),
  ),
})

function damaged({ cut, flips, copy }: typeof damage extends fc.Arbitrary<infer T> ? T : never): Uint8Array {
  const at = (share: number): number => Math.floor(share * (whole.length - 1))
  const bytes = Uint8Array.from(whole)
  for (const [share, mask] of flips) bytes[at(share)] = (bytes[at(share)] as number) ^ mask
  bytes.copyWithin(at(copy[0]), at(copy[1]), at(copy[1]) + copy[2])
  return Uint8Array.from([...bytes.subarray(0, at(cut[0])), ...bytes.subarray(at(cut[0]) + cut[1])])
}

it('reads damaged files as far as they go, or refuses them with a typed error', async () => {
  await fc.assert(
    fc.asyncProperty(damage, async (how) => {
      try {
        tables(await readPdf(damaged(how), ''))
      } catch (error) {
        expect(error).toBeInstanceOf(UnreadableError)
      }
    }),
    { numRuns: 200 },
  )
})

/** The exit status of a process that has read a PDF, and in which a promise is then rejected that nobody holds. */
function statusAfterRejection(stack: string): number | null {
  const program = `
    import { loadPdfjs } from ${JSON.stringify(new URL('./pdfjs.ts', import.meta.url).href)}
    await loadPdfjs()
    Promise.reject(Object.assign(new Error('damaged'), { stack: ${JSON.stringify(stack)} }))`
  return spawnSync(process.execPath, ['--input-type=module', '-e', program]).status
}

it.each([
  ['goes on where pdfjs leaves a rejection to nobody', 'at node_modules/pdfjs-dist/legacy/build/pdf.worker.mjs:1', 0],
  ['ends where anybody else does', 'at program.mjs:1', 1],
])('the process %s', (_, stack, status) => {
  expect(statusAfterRejection(stack)).toBe(status)
})
