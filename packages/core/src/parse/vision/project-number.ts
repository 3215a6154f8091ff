/** The number that stands before a project's title: No6-3, №12, 1-2-3. */
export const projectNumber =
  /^(?:(?:No|NO|№)[. ]{0,2}[0-9]{1,3}(?:-[0-9]{1,3}){0,3}|[0-9]{1,2}(?:-(?:[0-9]{1,2}|\([0-9]{1,2}\)|[①-⑳])){1,3})[. :]{0,2}(?=\S)/u
