import { expect, test } from 'vitest'
import { chosenFormat } from './output-format.ts'

const terminal = { folder: false, interactive: true, files: 1 }
const pipe = { folder: false, interactive: false, files: 1 }

test.each([
  ['text for a person', undefined, terminal, 'text'],
  ['JSON for a program', undefined, pipe, 'json'],
  ['a line each where there are several', undefined, { ...pipe, files: 2 }, 'ndjson'],
  ['a line each also where JSON was asked for', 'json', { ...pipe, files: 2 }, 'ndjson'],
  ['JSON files in a folder', undefined, { folder: true, interactive: true, files: 2 }, 'json'],
  ['what was asked for', 'text', pipe, 'text'],
] as const)('%s', (_, asked, to, format) => expect(chosenFormat(asked, to)).toBe(format))
