export { comparison } from './comparison.ts'
export { templateMatrix } from './matrix.ts'
