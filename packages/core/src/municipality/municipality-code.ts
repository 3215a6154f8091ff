const weights = [6, 5, 4, 3, 2]

/** The six-digit code of a local public entity (全国地方公共団体コード): five digits and the check digit of JIS X 0402. */
export function withCheckDigit(code: string): string {
  const sum = weights.reduce((n, weight, i) => n + weight * Number(code[i]), 0)
  const check = sum < 11 ? 11 - sum : 11 - (sum % 11)
  return code + String(check % 10)
}
