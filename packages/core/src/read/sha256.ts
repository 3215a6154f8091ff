/** Up to this size the sum is taken right here: to load the platform's cryptography takes longer than a short text does. */
const mostTakenHere = 65_536

const blockLength = 64
const rounds = 64

/** The first bits behind the point of roots of the first primes, which is where the constants come from. */
function rootsOf(root: (n: number) => number, count: number): Int32Array {
  const bits = new Int32Array(count)
  const isPrime = (n: number): boolean => {
    for (let d = 2; d * d <= n; d++) if (n % d === 0) return false
    return true
  }
  for (let n = 2, i = 0; i < count; n++) if (isPrime(n)) bits[i++] = (root(n) % 1) * 2 ** 32
  return bits
}

/** The bytes up to the end of a block, with a set bit after them and the number of their bits at the end. */
function padded(bytes: Uint8Array): Uint8Array {
  const all = new Uint8Array(Math.ceil((bytes.length + 9) / blockLength) * blockLength)
  all.set(bytes)
  all[bytes.length] = 0x80
  new DataView(all.buffer).setUint32(all.length - 4, bytes.length * 8)
  return all
}

/** SHA-256 as FIPS 180-4 gives it, in hexadecimal. */
function ownSum(bytes: Uint8Array): string {
  const all = padded(bytes)
  const constants = rootsOf(Math.cbrt, rounds)
  const state = rootsOf(Math.sqrt, 8)
  const words = new Int32Array(rounds)
  for (let at = 0; at < all.length; at += blockLength) takeBlock(state, words, constants, all, at)
  return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
}

function takeBlock(state: Int32Array, w: Int32Array, constants: Int32Array, bytes: Uint8Array, at: number): void {
  const view = new DataView(bytes.buffer, at, blockLength)
  for (let t = 0; t < 16; t++) w[t] = view.getInt32(4 * t)
  for (let t = 16; t < rounds; t++) {
    const x = w[t - 15] as number
    const y = w[t - 2] as number
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3)
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10)
    w[t] = (w[t - 16] as number) + s0 + (w[t - 7] as number) + s1
  }
  let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number]
  for (let t = 0; t < rounds; t++) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))
    const one = (h + s1 + ((e & f) ^ (~e & g)) + (constants[t] as number) + (w[t] as number)) | 0
    const two = s0 + ((a & b) ^ (a & c) ^ (b & c))
    h = g
    g = f
    f = e
    e = (d + one) | 0
    d = c
    c = b
    b = a
    a = (one + two) | 0
  }
  const last = [a, b, c, d, e, f, g, h]
  for (let i = 0; i < last.length; i++) state[i] = (state[i] as number) + (last[i] as number)
}

/** The SHA-256 of bytes, in hexadecimal. */
export async function sha256(bytes: Uint8Array): Promise<string> {
  if (bytes.length <= mostTakenHere) return ownSum(bytes)
  const digest = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)
  return Array.from(new Uint8Array(digest), (b) => b.toString(16).padStart(2, '0')).join('')
}
