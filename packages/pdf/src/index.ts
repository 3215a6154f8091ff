export { type ReadPdfOptions, readPdf } from './read-pdf.ts'
