export { readScan, type ScanOptions } from './read-scan.ts'
export type { Alphabet, Crop, CropHint, ReadCharacter, Recognizer } from './recognize/recognizer.ts'
