import { fold } from '../text/fold.ts'

/** Ends the title of what a city that grew by mergers lays down for itself in place of an agreement: 定住自立圏形成方針（要綱第５）. */
const policyTitle = '圏(?:の)?形成(?:に関する)?方針'
const policy = new RegExp(policyTitle, 'u')

/** Whether a title is that of such a policy, which has no parties. */
export const isPolicy = (title: string): boolean => policy.test(fold(title))

/** What the titles of agreements end with, and of policies in their place: the source of a pattern. */
export const agreementTitleEnd = `(?:(?:協約|協定|覚書|契約|申合せ|申し合わせ)書?|(?:確認|協議|合意)書|${policyTitle})`

/** What stands in brackets behind a title and is none of it: （変更）, （別表抜粋）, （写）, （平成２０年規約第３号）. The source of a pattern. */
export const titleRemark =
  '\\((?:[^()]{0,8}(?:抜粋|抄)|写し?|変更後?|改正後|改定後|現行|新|旧|全文|参考|参考例|例|[^()]{2,24}第 ?[0-9一二三四五六七八九十百]{1,4}号)\\)'
