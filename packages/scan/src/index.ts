export type { Alphabet, Crop, CropHint, ReadCharacter, Recognizer } from './recognize/recognizer.ts'
