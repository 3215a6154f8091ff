import type { Recognizer } from './recognizer.ts'
import { tesseractJs } from './tesseract-js.ts'

export interface DefaultRecognizerOptions {
  /** `auto` takes the best that is installed. */
  engine?: 'auto' | 'tesseract.js' | 'tesseract'
  /** Crops recognised at once; one for each core where not given. */
  jobs?: number
}

/** The recogniser to use where the caller has no wishes. To be closed by the caller. */
export async function defaultRecognizer(options: DefaultRecognizerOptions = {}): Promise<Recognizer> {
  return tesseractJs(options.jobs === undefined ? {} : { jobs: options.jobs })
}
