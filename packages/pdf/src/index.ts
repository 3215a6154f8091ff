export { type ReadPdfOptions, readPdf } from './read-pdf.ts'
export { type RenderOptions, renderPages } from './render-page.ts'
