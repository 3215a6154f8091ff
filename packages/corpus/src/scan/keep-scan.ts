import { writeFileSync } from 'node:fs'
import { type Print, type ScanCase, scansOf } from './scan-case.ts'
import { scanPdf, scanTiff } from './scan-files.ts'
import type { ScanLookName } from './scan-look.ts'

/** Writes a scanned document: `.tiff` and `.pdf` hold all pages, any other name becomes a file a page. */
export async function keepScan(one: ScanCase, print: Print, look: ScanLookName, file: string): Promise<void> {
  const pages = []
  for await (const page of scansOf(one, print, look)) pages.push(page)
  if (/\.tiff?$/u.test(file)) writeFileSync(file, await scanTiff(pages))
  else if (file.endsWith('.pdf')) writeFileSync(file, await scanPdf(pages))
  else pages.forEach(({ bytes, format }, i) => void writeFileSync(`${file}-${i + 1}.${format}`, bytes))
}
