export { type PageImagesOptions, pageImages } from './page-images.ts'
export { type ReadPdfOptions, readPdf } from './read-pdf.ts'
export { type RecognitionNeed, recognitionNeeds } from './recognition-need.ts'
export { type RenderOptions, renderPages } from './render-page.ts'
