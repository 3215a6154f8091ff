import { fold } from '../text/fold.ts'

/** Ends the title of what a city that grew by mergers lays down for itself in place of an agreement: 定住自立圏形成方針（要綱第５）. */
export const policyTitle = '圏(?:の)?形成(?:に関する)?方針'
const policy = new RegExp(policyTitle, 'u')

/** Whether a title is that of such a policy, which has no parties. */
export const isPolicy = (title: string): boolean => policy.test(fold(title))
