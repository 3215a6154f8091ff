import type { Lack, Recognizer } from '@kyoyaku/scan'
import { type Locale, say, type Words } from './locale.ts'

/** Who recognises characters on images; `auto` is the best that is installed. */
export const engines = ['auto', 'tesseract.js', 'tesseract'] as const
export type Engine = (typeof engines)[number]

export const isEngine = (name: string | undefined): name is Engine => engines.some((engine) => engine === name)

/** Name of the environment variable by which the processes of a batch know the engine that was asked for. */
export const engineVariable = 'KYOYAKU_ENGINE'

let open: Promise<Recognizer> | undefined

export interface EngineOptions {
  /** Lines recognised at once; one a core where absent. */
  jobs?: number
  onLack?: (lack: Lack) => void
}

/** The recogniser of this run, started with the first page that needs one. */
export function recognizer(engine: Engine, options: EngineOptions = {}): Promise<Recognizer> {
  open ??= import('@kyoyaku/scan').then(({ defaultRecognizer }) => defaultRecognizer({ engine, ...options }))
  return open
}

/** Lets go of the recogniser, without which its threads would keep the process. */
export async function closeRecognizer(): Promise<void> {
  const last = open
  open = undefined
  await (await last?.catch(() => undefined))?.close()
}

const lackWords: Record<Lack, Words> = {
  'script-model': {
    ja: 'tesseract の script/Japanese モデルがないため jpn モデルで読みます。apt-get install tesseract-ocr-script-jpan で精度が上がります',
    en: 'tesseract has no model script/Japanese and reads with jpn; apt-get install tesseract-ocr-script-jpan makes it read better',
  },
  'second-reader': {
    ja: '数字を確かめるモデルがこの環境（{platform}）では動かないため、数字を一度だけ読みます。金額の誤りが見つかりにくくなります',
    en: 'the model that checks numbers does not run here ({platform}): numbers are read once, and fewer wrong amounts are noticed',
  },
}

/** What a machine lacks and what that means: one line. */
export const lackLine = (lack: Lack, locale: Locale): string =>
  `kyoyaku: ${say(lackWords[lack], locale, { platform: `${process.platform} ${process.arch}` })}`
