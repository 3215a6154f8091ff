const weights = [6, 5, 4, 3, 2]
const zero = '0'.charCodeAt(0)

/** The six-digit code of a local public entity (全国地方公共団体コード): five digits and the check digit of JIS X 0402. */
export function withCheckDigit(code: string): string {
  let sum = 0
  for (let i = 0; i < weights.length; i++) sum += (weights[i] as number) * (code.charCodeAt(i) - zero)
  const check = sum < 11 ? 11 - sum : 11 - (sum % 11)
  return code + String(check % 10)
}
