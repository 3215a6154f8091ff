import { readFile } from 'node:fs/promises'
import { parse, UnreadableError } from '../../packages/core/src/index.ts'
import { readPdf } from '../../packages/pdf/src/index.ts'

// Reads the files that its parent names, one at a time, and says what came of each.

process.on('message', async (file: string) => {
  try {
    await parse(await readPdf(await readFile(file), file))
    process.send?.({ outcome: 'read' })
  } catch (error) {
    const refused = error instanceof UnreadableError
    process.send?.({ outcome: refused ? 'refused' : 'threw', message: String(error) })
  }
})
