/** A server that restarts is back within a minute; one that is gone for longer is not coming back by itself. */
const patience = 5 * 60_000
const firstPause = 250
const longestPause = 5000

/** Faults of the connection and of a server that stops or starts: what the driver or PostgreSQL itself reports. */
const passing = /^(?:ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|57P0|08)/u
const passingMessage = /connection (?:terminated|timeout)|timeout exceeded|not queryable|client was closed/iu

const mayPass = (error: unknown): boolean => {
  const { code, message, errors } = error as { code?: unknown; message?: unknown; errors?: unknown[] }
  if (errors?.some(mayPass)) return true
  return passing.test(String(code ?? '')) || passingMessage.test(String(message ?? ''))
}

/** Does something on a server, again and again while the server is away. What is done must bear being done twice. */
export async function persist<T>(act: () => Promise<T>): Promise<T> {
  const until = performance.now() + patience
  for (let pause = firstPause; ; pause = Math.min(pause * 2, longestPause)) {
    try {
      return await act()
    } catch (error) {
      if (!mayPass(error) || performance.now() > until) throw error
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }
}
