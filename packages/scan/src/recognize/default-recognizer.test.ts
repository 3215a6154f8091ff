import { afterEach, expect, test, vi } from 'vitest'
import { defaultRecognizer, type Lack } from './default-recognizer.ts'
import { sample } from './samples/sample.ts'

afterEach(() => vi.unstubAllEnvs())

test('without an installed tesseract, what comes with the package reads, numbers twice', async () => {
  vi.stubEnv('PATH', '')
  const lacks: Lack[] = []
  const recognizer = await defaultRecognizer({ jobs: 1, onLack: (lack) => lacks.push(lack) })
  expect(recognizer.name).toMatch(/^tesseract\.js .* \+ PP-OCRv4$/u)
  const read = await recognizer.recognize(await sample('amount'), { alphabet: 'amount', layout: 'line' })
  await recognizer.close()
  expect(read.map((c) => c.value).join('')).toBe('12,480千円')
  expect(read.slice(0, 6).every((c) => c.confidence > 0.99 && c.other === undefined)).toBe(true)
  expect(lacks).toEqual([])
})

test('an engine that is asked for and not there is an error', async () => {
  vi.stubEnv('PATH', '')
  await expect(defaultRecognizer({ engine: 'tesseract' })).rejects.toMatchObject({ code: 'ENGINE_MISSING' })
})
