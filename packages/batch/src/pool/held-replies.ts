import { type Answer, writeReplies } from './frames.ts'

/**
 * So many seconds a group may take: waking the parent costs as much for one reply as for many. The time of a document that
 * follows begins for the parent with the last reply that it has, so that a longer one waits for nobody.
 */
const groupTime = 0.05
/** Characters of results that may wait. */
const groupSize = 1 << 18

/** Replies to short documents, written together. What waits is lost with the process: its documents are read again by another. */
export interface HeldReplies {
  /** Keeps a reply to a document that took so many seconds until others can go with it, or nothing is left to do. */
  hold(answer: Answer, seconds: number, isLast: boolean): void
  /** Writes a reply at once, behind those that wait. */
  write(answer: Answer): void
}

export function holdReplies(file: number): HeldReplies {
  let held: Answer[] = []
  let size = 0
  let time = 0
  const write = (answer: Answer): void => {
    const answers = [...held, answer]
    held = []
    size = 0
    time = 0
    writeReplies(file, answers)
  }
  return {
    hold: (answer, seconds, isLast) => {
      time += seconds
      size += answer.text?.length ?? 0
      if (isLast || size > groupSize || time > groupTime) return write(answer)
      held.push(answer)
    },
    write,
  }
}
