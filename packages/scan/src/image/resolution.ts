/** Long and short side of A4 in points. */
const a4 = { long: 841.89, short: 595.28 }
/** Sizes of paper that are believed when a file says its resolution, long side in points: a postcard to A1. */
const shortestPaper = 400
const longestPaper = 2400
/** Slips and cards are no narrower than this share of their length; photographs of screens say nothing. */
const pointsPerInch = 72

/** Size of a page in points: by the resolution that its file gives where that makes paper of a usual size, else as if it were A4. */
export function pageSize(width: number, height: number, dpi?: number): { width: number; height: number } {
  const long = Math.max(width, height)
  if (dpi !== undefined && dpi > 0) {
    const points = (long * pointsPerInch) / dpi
    if (points >= shortestPaper && points <= longestPaper)
      return { width: (width * pointsPerInch) / dpi, height: (height * pointsPerInch) / dpi }
  }
  const scale = a4.long / long
  return { width: width * scale, height: height * scale }
}
