import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { componentsOf, inkRuns } from './components.ts'
import { withoutEdges } from './page-edge.ts'

const page = { width: 1200, height: 1600 }
const em = 42

/** How many pieces of a drawing on a page stay. */
async function left(drawing: string): Promise<number> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${page.width}" height="${page.height}">
    <rect width="100%" height="100%" fill="white"/>${drawing}</svg>`
  const { data, info } = await sharp(Buffer.from(svg)).greyscale().raw().toBuffer({ resolveWithObject: true })
  const runs = inkRuns({
    width: info.width,
    height: info.height,
    data: Uint8Array.from(data, (v) => (v < 128 ? 1 : 0)),
  })
  return withoutEdges(componentsOf(runs), runs, page, em).length
}

describe('takes for none of the print', () => {
  test.each([
    ['a punched hole', '<circle cx="140" cy="500" r="35"/>'],
    ['the ring of its shadow', '<circle cx="140" cy="500" r="33" fill="none" stroke="black" stroke-width="4"/>'],
    ['a staple in a corner', '<path d="M60 150L160 60" stroke="black" stroke-width="7"/>'],
    ['what is left of a black border', '<path d="M20 300H27V380H20Z"/>'],
    ['the shadow of the edge', '<path d="M0 300H8V900H0Z"/>'],
  ])('%s', async (_, drawing) => expect(await left(drawing)).toBe(0))
})

describe('leaves', () => {
  test.each([
    ['a bullet beside a word', '<circle cx="140" cy="500" r="26"/><path d="M190 480H230V520H190Z"/>', 2],
    ['a circle amid the page', '<circle cx="600" cy="800" r="35"/>', 1],
    ['a page number in a corner', '<path d="M1100 1520H1125V1560H1100Z"/>', 1],
  ])('%s', async (_, drawing, count) => expect(await left(drawing)).toBe(count))
})
