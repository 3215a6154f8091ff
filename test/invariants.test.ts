import { describe, expect, test } from 'vitest'
import { parse, readText } from '../packages/core/src/index.ts'
import { readFixtures } from './fixture-files.ts'
import { breaches, unclaimedShare } from './invariants.ts'

/** The project's promise: at most one character in a hundred ends in no field. */
const unclaimedMost = 0.01

describe.each(readFixtures())('$name', ({ name, bytes }) => {
  test('every value is what stands at its place, nothing is taken twice and nothing is lost', async () => {
    const source = await readText(bytes, name)
    expect(breaches(source, await parse(source))).toEqual([])
  })

  test('next to nothing ends in no field', async () => {
    const source = await readText(bytes, name)
    const result = await parse(source)
    const unclaimed = result.diagnostics.filter((d) => d.code === 'text-unclaimed').map((d) => d.data?.text)
    expect({ within: unclaimedShare(source, result) <= unclaimedMost, unclaimed }).toMatchObject({ within: true })
  })
})
