import { checkedNumbers } from './checked-numbers.ts'
import { checkedWords } from './checked-words.ts'
import { digitModel } from './digit-model.ts'
import type { Recognizer } from './recognizer.ts'
import { tesseractJs } from './tesseract-js.ts'
import { findTesseract } from './tesseract-process.ts'
import { tesseractProgram } from './tesseract-program.ts'

/** What a machine may lack without which it still reads: Debian's model for scripts, and a runtime for the second look at numbers. */
export type Lack = 'script-model' | 'second-reader'

/** Thrown where an engine is asked for by name and is not installed; told by its `code`. */
class MissingEngineError extends Error {
  override readonly name = 'MissingEngineError'
  readonly code = 'ENGINE_MISSING'
}

export interface DefaultRecognizerOptions {
  /** `auto` takes the installed tesseract where there is one that knows Japanese, else tesseract.js, which always is. */
  engine?: 'auto' | 'tesseract.js' | 'tesseract'
  /** Processes or workers at the most; one for each core where not given. */
  jobs?: number
  /** Told once of each thing that this machine lacks. */
  onLack?: (lack: Lack) => void
}

async function textRecognizer({ engine = 'auto', jobs, onLack }: DefaultRecognizerOptions): Promise<Recognizer> {
  const limits = jobs === undefined ? {} : { jobs }
  if (engine === 'tesseract.js') return tesseractJs(limits)
  const program = await findTesseract()
  if (program) {
    if (program.language === 'jpn') onLack?.('script-model')
    return tesseractProgram(program, limits)
  }
  if (engine === 'tesseract')
    throw new MissingEngineError('no tesseract with a Japanese model (script/Japanese or jpn) on the PATH')
  return tesseractJs(limits)
}

/**
 * The recogniser to use where the caller has no wishes: the best text engine there is, and a second reader for numbers and for
 * kanji of which it is not sure. To be
 * closed by the caller.
 * @throws {MissingEngineError} where `tesseract` is asked for and not installed
 */
export async function defaultRecognizer(options: DefaultRecognizerOptions = {}): Promise<Recognizer> {
  const text = await textRecognizer(options)
  try {
    const model = await digitModel()
    return checkedWords(checkedNumbers(text, model), model)
  } catch {
    // The runtime has no binary for every platform.
    options.onLack?.('second-reader')
    return text
  }
}
