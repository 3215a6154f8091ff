import type { Project } from '../../../schema/vision.ts'
import type { Text } from '../../../text/text.ts'
import { type Context, locate, report } from '../../context.ts'
import { bareOf } from '../row.ts'

/** Goals as forms list them; with their names, of three letters and more, they are known by more than their numbers. */
const list = /^[0-9]{1,2}(?:[、,・][0-9]{1,2})*$/u
const named = /\p{L}{3}/u
const lastGoal = 17

/** Says of recognised goals that they are no list of rising numbers up to 17: some were misread, or what parts them was. */
export function reportUnsureGoals(context: Context, { title }: Project, text: Text): void {
  const { evidence } = context
  const bare = bareOf(text)
  if (!evidence || named.test(bare) || !text.offsets.some((o) => evidence.recognition.isRecognized(o))) return
  const goals = bare.split(/[^0-9]+/u).map(Number)
  const isRising = goals.every((goal, i) => goal > (goals[i - 1] ?? 0) && goal <= lastGoal)
  if (!list.test(bare) || !isRising)
    report(context, 'ocr-low-confidence', { project: title, text: text.value }, locate(context, text))
}
