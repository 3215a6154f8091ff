import { expect, test } from 'vitest'
import { readAhead } from './read-ahead.ts'

test('two pages are under way, and come in their order', async () => {
  let underWay = 0
  let most = 0
  const read = async (image: number): Promise<number> => {
    most = Math.max(most, ++underWay)
    await new Promise((done) => setTimeout(done, image % 2 === 0 ? 8 : 1))
    underWay--
    return image * 10
  }
  const pages: number[] = []
  for await (const page of readAhead([1, 2, 3, 4, 5], read)) pages.push(page)
  expect(pages).toEqual([10, 20, 30, 40, 50])
  expect(most).toBe(2)
})

test('a page that fails ends the reading when its turn comes', async () => {
  const seen: number[] = []
  const read = async (image: number): Promise<number> => {
    if (image > 1) throw new Error(`page ${image}`)
    return image
  }
  const all = async (): Promise<void> => {
    for await (const page of readAhead([1, 2, 3], read)) seen.push(page)
  }
  await expect(all()).rejects.toThrow('page 2')
  expect(seen).toEqual([1])
})
