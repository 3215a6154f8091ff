import { checkedNumbers } from './checked-numbers.ts'
import { digitModel } from './digit-model.ts'
import type { Recognizer } from './recognizer.ts'
import { tesseractJs } from './tesseract-js.ts'
import { findTesseract, tesseractProgram } from './tesseract-program.ts'

export interface DefaultRecognizerOptions {
  /** `auto` takes the installed tesseract where there is one that knows Japanese, else tesseract.js, which always is. */
  engine?: 'auto' | 'tesseract.js' | 'tesseract'
  /** Processes or workers at the most; one for each core where not given. */
  jobs?: number
  /** Told once of what this machine lacks and what that means. */
  onLack?: (words: string) => void
}

async function textRecognizer({ engine = 'auto', jobs, onLack }: DefaultRecognizerOptions): Promise<Recognizer> {
  const limits = jobs === undefined ? {} : { jobs }
  if (engine === 'tesseract.js') return tesseractJs(limits)
  const program = await findTesseract()
  if (program) {
    if (program.language === 'jpn') onLack?.('tesseract without script/Japanese: its model jpn reads amounts less well')
    return tesseractProgram(program, limits)
  }
  if (engine === 'tesseract') throw new Error('no tesseract with a Japanese model (script/Japanese or jpn) on the PATH')
  return tesseractJs(limits)
}

/**
 * The recogniser to use where the caller has no wishes: the best text engine there is, and a second reader for numbers. To be
 * closed by the caller.
 * @throws {Error} where `tesseract` is asked for and not installed
 */
export async function defaultRecognizer(options: DefaultRecognizerOptions = {}): Promise<Recognizer> {
  const text = await textRecognizer(options)
  try {
    return checkedNumbers(text, await digitModel())
  } catch {
    options.onLack?.(
      `onnxruntime has no binary for ${process.platform} ${process.arch}: numbers are read once, not twice`,
    )
    return text
  }
}
