import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { promisify } from 'node:util'

/** An installed tesseract and the model that it is to read with. */
export interface TesseractProgram {
  version: string
  language: string
  /** What it prints can be had as soon as it is printed: it need not end for it, and is given one page after the other. */
  stays: boolean
}

/** Models by how well they read Japanese of offices; distributions put the first one under either name. */
const languages = ['script/Japanese', 'Japanese', 'jpn'] as const

const lookLimit = 30_000

/** Runs a program so that its output is not held back until there is more of it. */
const unbuffered = ['stdbuf', '-o0'] as const

/** What `tesseract` on the PATH can read Japanese with; undefined where there is none. */
export async function findTesseract(command = 'tesseract'): Promise<TesseractProgram | undefined> {
  const run = promisify(execFile)
  try {
    const { stdout } = await run(command, ['--list-langs'], { timeout: lookLimit })
    const installed = new Set(stdout.split('\n').map((name) => name.trim()))
    const language = languages.find((name) => installed.has(name))
    if (!language) return undefined
    const [wrapper, ...options] = unbuffered
    const about = await run(command, ['--version'], { timeout: lookLimit })
    const stays = await run(wrapper, [...options, command, '--version'], { timeout: lookLimit }).then(
      () => true,
      () => false,
    )
    return { version: /tesseract v?([\d.]+)/u.exec(`${about.stdout}${about.stderr}`)?.[1] ?? '', language, stays }
  } catch {
    return undefined
  }
}

/** How the program looks at an image: as a block of lines, as one line that it has to find, or as one that fills the image. */
export type Segmentation = '6' | '7' | '13'

/** A tesseract that reads images, given as files, until it is stopped. */
export interface TesseractProcess {
  /** hOCR of the images, one page each. */
  read(files: readonly string[]): Promise<string>
  stop(): void
}

/** Whether a program keeps this one alive: while it is waited for, and not where a caller forgets to close. */
function hold(child: ChildProcess, held: boolean): void {
  // Pipes to programs are sockets, which their types do not say.
  for (const part of [child, child.stdin, child.stdout] as { ref(): void; unref(): void }[])
    if (held) part.ref()
    else part.unref()
}

/** What hOCR ends a page with. */
const endOfPage = '  </div>'

/** Starts the program; where it cannot stay, it is started again for every list of images. */
export function startTesseract(
  command: string,
  { language, stays }: TesseractProgram,
  segmentation: Segmentation,
): TesseractProcess {
  const settings = {
    tessedit_create_hocr: '1',
    hocr_char_boxes: '1',
    tessedit_do_invert: '0',
    // Names of images are taken one by one from its standard input, until that ends.
    stream_filelist: '1',
  }
  const line = [...(stays ? unbuffered : []), command, 'stdin', 'stdout', '-l', language, '--psm', segmentation]
  line.push('--dpi', '300')
  for (const [name, value] of Object.entries(settings)) line.push('-c', `${name}=${value}`)
  const [program = command, ...args] = line
  const stopping = new AbortController()

  function start() {
    // One thread each: several processes share the cores better than threads of one.
    const env = { ...process.env, OMP_THREAD_LIMIT: '1' }
    const child = spawn(program, args, {
      stdio: ['pipe', 'pipe', 'ignore'],
      env,
      signal: stopping.signal,
      windowsHide: true,
    })
    child.stdout.setEncoding('utf8')
    child.stdin.on('error', () => {})
    // Of being stopped while nobody waits.
    child.on('error', () => {})
    return child
  }

  let running: ReturnType<typeof start> | undefined
  return {
    read(files) {
      const { promise, resolve, reject } = Promise.withResolvers<string>()
      running ??= start()
      const child = running
      if (!stays) running = undefined
      hold(child, true)
      let hocr = ''
      let rest = ''
      let pages = 0
      const take = (chunk: string): void => {
        const lines = (rest + chunk).split('\n')
        rest = lines.pop() ?? ''
        for (const l of lines) if (l === endOfPage) pages++
        hocr += chunk
        if (pages === files.length) done(() => resolve(hocr))
      }
      const fail = (cause: unknown): void => done(() => reject(cause))
      const ended = (code: number | null): void => fail(new Error(`tesseract ended with ${code}`))
      const done = (tell: () => void): void => {
        hold(child, false)
        child.stdout.off('data', take)
        child.off('error', fail).off('close', ended)
        tell()
      }
      child.on('error', fail).on('close', ended)
      child.stdout.on('data', take)
      child.stdin.write(`${files.join('\n')}\n`)
      if (!stays) child.stdin.end()
      return promise
    },
    stop: () => stopping.abort(),
  }
}
