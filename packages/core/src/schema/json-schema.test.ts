import { expect, test } from 'vitest'
import { jsonSchema, schemaNames } from './json-schema.ts'

test.each(schemaNames)('the published schema of %s is current (pnpm schemas writes it)', (name) =>
  expect(`${JSON.stringify(jsonSchema(name), undefined, 2)}\n`).toMatchFileSnapshot(`../../schema/${name}.json`),
)

test('parts of the same name are one definition', () =>
  expect(Object.keys((jsonSchema('vision') as { $defs: object }).$defs)).toEqual(
    expect.arrayContaining(['at', 'project', 'amount', 'participationGrid']),
  ))

test('recursive parts end in a reference', () =>
  expect(JSON.stringify(jsonSchema('agreement'))).toContain('"#/$defs/item"'))
