import { expect, test } from 'vitest'
import { faultsOf } from './package-direction.ts'

test.each([
  ['packages/pdf/src/a.ts', `import type { Source } from '@kyoyaku/core'`, 0],
  ['packages/core/src/a.ts', `import type { Page } from '@kyoyaku/pdf'`, 1],
  ['packages/core/src/a.ts', `export { x } from '@kyoyaku/diff'`, 1],
  ['packages/report/src/a.ts', `import '@kyoyaku/diff'`, 0],
  ['packages/diff/src/a.ts', `const x = await import('@kyoyaku/report')`, 1],
  ['packages/cli/src/a.ts', `const { readPdf } = await import('@kyoyaku/pdf')`, 0],
  ['packages/cli/src/a.ts', `import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'`, 1],
  ['packages/pdf/src/a.ts', `import { getDocument } from 'pdfjs-dist'`, 0],
  ['packages/cli/src/a.ts', `import { parse } from '../../core/src/index.ts'`, 1],
  ['packages/core/src/parse/a.ts', `import { fold } from '../text/fold.ts'`, 0],
  ['packages/core/src/parse/a.ts', `import * as z from 'zod'`, 1],
  ['packages/core/src/schema/a.ts', `import * as z from 'zod'`, 0],
  ['packages/core/src/read/a.ts', `import { readFile } from 'node:fs/promises'`, 1],
  ['packages/core/src/read/a.test.ts', `import { readFile } from 'node:fs/promises'`, 0],
  ['packages/core/src/text/kuromoji-tokenizer.ts', `import { createRequire } from 'node:module'`, 0],
])('%s: %s has %i faults', (path, code, count) => expect(faultsOf(path, code)).toHaveLength(count))
