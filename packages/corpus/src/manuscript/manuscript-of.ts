import type { AgreementModel } from '../model/agreement-model.ts'
import type { VisionModel } from '../model/vision-model.ts'
import { agreementManuscript } from './agreement-manuscript.ts'
import type { Manuscript } from './manuscript.ts'
import { visionManuscript } from './vision-manuscript.ts'

export type Model = AgreementModel | VisionModel

export const manuscriptOf = (model: Model): Manuscript =>
  model.kind === 'agreement' ? agreementManuscript(model) : visionManuscript(model)
