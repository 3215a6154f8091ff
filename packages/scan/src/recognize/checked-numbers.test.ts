import { expect, test } from 'vitest'
import { checkedNumbers } from './checked-numbers.ts'
import type { Crop, CropHint, ReadCharacter, Recognizer } from './recognizer.ts'

const line: CropHint = { alphabet: 'any', layout: 'line' }
const characters = (text: string, confidence = 0.97): ReadCharacter[] =>
  [...text].map((value, i) => ({ value, confidence, x0: 20 * i, y0: 0, x1: 20 * i + 19, y1: 20 }))
const white = (width: number, height = 20): Crop => ({ width, height, data: new Uint8Array(width * height).fill(255) })

/** What comes of a first reading, and the widths of what the reader of digits was shown. */
async function checked(first: ReadCharacter[], digits: string, crop: Crop, hint = line) {
  const shown: number[] = []
  let closed = 0
  const recognizer: Recognizer = {
    name: 'one',
    parallel: 3,
    recognize: async () => first,
    close: async () => void closed++,
  }
  const both = checkedNumbers(recognizer, {
    name: 'two',
    read: async ({ width }) => {
      shown.push(width)
      return characters(digits)
    },
    close: async () => void closed++,
  })
  const read = await both.recognize(crop, hint)
  await both.close()
  return { text: read.map((c) => c.value).join(''), shown, closed, name: both.name, read }
}

test('a short line with digits is shown whole, and what the second reader knows better is taken', async () => {
  const { text, shown, closed, name } = await checked(characters('1.590'), '1,590', white(100))
  expect([text, shown, closed, name]).toEqual(['1,590', [100], 2, 'one + two'])
})

test('of a long line only the surroundings of its digits are shown', async () => {
  const { text, shown } = await checked(characters('この協約は令和8年に変更するものとする'), '8', white(400))
  expect(text).toBe('この協約は令和8年に変更するものとする')
  expect(shown).toHaveLength(1)
  expect(shown[0]).toBeLessThan(100)
})

test.each([
  ['a number that is surely read', 'この協約に要する経費は1,252万円を限度とする', 0.99, 0],
  ['one that is not', 'この協約に要する経費は1,252万円を限度とする', 0.98, 1],
  ['one that may have lost a comma', 'この協約に要する経費は1252万円を限度とする', 0.99, 1],
  ['one whose groups are none', 'この協約に要する経費は1.252万円を限度とする', 0.99, 1],
  ['a year', '2026年に変更する', 0.99, 0],
  ['a letter for a digit', '令和Z年に変更する', 0.99, 1],
])('%s', async (_, text, confidence, looks) => {
  const long = characters(`${text}ものとする`, confidence)
  expect((await checked(long, '252', white(20 * long.length))).shown).toHaveLength(looks)
})

test('a surely read amount is looked at once, whatever it is asked for as; in its place, what is none is looked at again', async () => {
  const amount: CropHint = { alphabet: 'amount', layout: 'line' }
  for (const hint of [line, amount])
    expect((await checked(characters('1,590千円', 0.99), '1,690', white(180), hint)).shown).toEqual([])
  expect((await checked(characters('1O', 0.99), '10', white(60), amount)).shown).toEqual([60])
})

test('text without digits is left to the first reader, unless the form says that it is an amount', async () => {
  expect((await checked(characters('連携市町'), '1', white(100))).shown).toEqual([])
  expect((await checked(characters('市町', 0.9), '11', white(60))).shown).toEqual([])
  expect((await checked(characters('Hl', 0.9), '11', white(60))).shown).toEqual([60])
  expect((await checked(characters('Rl年度'), '1', white(100))).shown).toEqual([100])
  const amount: CropHint = { alphabet: 'amount', layout: 'line' }
  expect((await checked(characters('連携市町'), '1234', white(100), amount)).text).toBe('1234')
})

test('lines of a block are checked one by one', async () => {
  const feed = { value: '\n', confidence: 1, x0: 40, y0: 0, x1: 40, y1: 20 }
  const below = characters('3人').map((c) => ({ ...c, y0: 30, y1: 50 }))
  const { text, shown } = await checked([...characters('8人'), feed, ...below], '8', white(60, 60), {
    alphabet: 'any',
    layout: 'block',
  })
  expect([text.includes('\n'), shown.length]).toEqual([true, 2])
})

test('a crop that is asked for again, as an amount or as a block, is not read again', async () => {
  let reads = 0
  const recognizer: Recognizer = {
    name: 'one',
    parallel: 1,
    recognize: async (crop) => {
      reads++
      return crop.width > 50 ? characters('1234') : []
    },
    close: async () => {},
  }
  // A reader of digits knows again what it was shown before.
  const shown = new Set<Crop>()
  const both = checkedNumbers(recognizer, {
    name: 'two',
    read: async (crop) => {
      shown.add(crop)
      return characters('1234')
    },
    close: async () => {},
  })
  const crop = white(100)
  await both.recognize(crop, line)
  await both.recognize(crop, { alphabet: 'amount', layout: 'line' })
  expect([reads, shown.size]).toEqual([1, 1])
  const empty = white(40)
  await both.recognize(empty, line)
  await both.recognize(empty, { alphabet: 'any', layout: 'block' })
  expect(reads).toBe(2)
})
