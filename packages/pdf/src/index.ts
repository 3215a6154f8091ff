export { type PageImagesOptions, pageImages, pictureImages } from './page-images.ts'
export { type ReadPdfOptions, readPdf } from './read-pdf.ts'
export { pagesWithPictures, type RecognitionNeed, recognitionNeeds } from './recognition-need.ts'
export { type RenderOptions, renderPages } from './render-page.ts'
