import type { ParseResult, RegionIndicator, Vision } from '@kyoyaku/core'
import { expect, test } from 'vitest'
import { hasChanges } from '../index.ts'
import { compare } from './compare.ts'

const version = (indicators: RegionIndicator[], excerpt = false): ParseResult => {
  const vision: Vision = {
    type: 'vision',
    title: '北上川連携中枢都市圏ビジョン',
    revision: { status: 'original', excerpt },
    participationGrids: [],
    projects: [],
    indicators,
  }
  const source = { name: 'a.txt', sha256: '0', format: 'text', textLayer: 'plain' } as const
  return { schemaVersion: '1.1', source, documents: [vision], diagnostics: [] }
}
const population: RegionIndicator = {
  name: '圏域内人口',
  baseline: { text: '63万人' },
  milestones: [{ text: '62万人', period: { from: '2026' } }],
  target: { text: '61万人' },
}
const guests: RegionIndicator = { name: '宿泊者数', pillar: '経済成長のけん引', target: { text: '90万人' } }

const changes = (old: RegionIndicator[], other: RegionIndicator[], excerpt = false) =>
  compare(version(old), version(other, excerpt)).indicators.map(({ document: _, ...change }) => change)

test('finds no change between equal lists', () => {
  expect(hasChanges(compare(version([population, guests]), version([population, guests])))).toBe(false)
})

test('tells what target changed, on the way or at the end', () => {
  const other = {
    ...population,
    milestones: [{ text: '62.5万人', period: { from: '2026' } }],
    target: { text: '60万人' },
  }
  const [change] = changes([population], [other])
  expect(change).toMatchObject({ old: '圏域内人口', new: '圏域内人口', status: 'changed', moved: false })
  expect(change?.baseline).toBeUndefined()
  expect(change?.target?.map(({ op, text }) => `${op} ${text}`)).toContain('delete 61')
  expect(change?.fields?.map(({ field }) => field)).toEqual(['milestone:2026'])
})

test('tells indicators that came and went, and whose they are', () => {
  expect(changes([population], [population, guests])).toMatchObject([
    { status: 'unchanged' },
    {
      new: '宿泊者数',
      status: 'added',
      pillar: { new: '経済成長のけん引' },
      target: [{ op: 'insert', text: '90万人' }],
    },
  ])
  expect(changes([population, guests], [population])).toMatchObject([{}, { old: '宿泊者数', status: 'deleted' }])
})

test('tells that an indicator belongs to another pillar', () => {
  expect(changes([guests], [{ ...guests, pillar: '生活機能の強化' }])).toMatchObject([
    { status: 'changed', moved: true, pillar: { old: '経済成長のけん引', new: '生活機能の強化' } },
  ])
})

test('takes what an excerpt leaves out for no end of it', () => {
  expect(changes([population, guests], [population], true)).toMatchObject([{}, { status: 'not-in-excerpt' }])
})

test('one that came for another is none of the same heading, and one of the same values is renamed', () => {
  const of = (name: string, from: string, to: string): RegionIndicator => ({
    name,
    pillar: '経済成長のけん引',
    baseline: { text: from },
    target: { text: to },
  })
  const old = [guests, of('製造品出荷額', '3兆円', '3.2兆円'), of('観光客の数', '80万人', '95万人')]
  const other = [guests, of('創業件数', '210件', '300件'), of('観光入込客数', '80万人', '95万人')]
  expect(changes(old, other).map((c) => [c.old, c.new, c.status])).toEqual([
    ['宿泊者数', '宿泊者数', 'unchanged'],
    ['製造品出荷額', undefined, 'deleted'],
    [undefined, '創業件数', 'added'],
    ['観光客の数', '観光入込客数', 'changed'],
  ])
})
