import { type Article, type Document, fold } from '@kyoyaku/core'
import { titleProfileOf } from '@kyoyaku/diff'

/** What a document is found again by in another folder, in a few kilobytes whatever its length. */
export interface Signature {
  family: string
  title: string
  titleProfile: ReturnType<typeof titleProfileOf>
  /** 2 for 第2期. */
  term?: number | undefined
  region?: string | undefined
  /** Municipalities that conclude an agreement or make up a region; empty where the document names none. */
  parties: ReadonlySet<string>
  /** The smallest hashes of what its text is made of: a sample that is the same for the same text. */
  sample: Uint32Array
}

/** So many hashes tell likeness to within a few hundredths. */
const sampleSize = 256
/** Characters that are hashed together: shorter ones are in every document, longer ones break with every edit. */
const shingle = 5
/** Text beyond this says nothing new about which document it is. */
const textLimit = 200_000

/** What a title says of the version and not of the document. */
const versionWords =
  /[(（][^()（）]{0,20}(?:案|版|改[訂正]|変更)[^()（）]{0,20}[)）]|(?:令和|平成|昭和)(?:元|\d{1,2})年(?:度)?(?:\d{1,2}月)?(?:\d{1,2}日)?|(?:19|20)\d\d年(?:度)?|改[訂正]版?|変更版?|案$|版$|[\s　・]/gu

/** An agreement whose parties could not be read is a regulation. */
const familyOf = ({ type }: Document): string => (type === 'regulation' ? 'agreement' : type)

const clean = (name: string): string => fold(name).replace(/\s+/gu, '')

function partiesOf(document: Document): string[] {
  if (document.type === 'agreement' || document.type === 'regulation')
    return document.parties.filter(({ placeholder }) => !placeholder).map(({ name }) => name)
  if (document.type === 'vision') {
    const named = document.participationGrids.flatMap(({ municipalities }) => municipalities)
    return named.length > 0 ? named : document.projects.flatMap(({ participants }) => participants)
  }
  return document.type === 'profile' ? document.region.members : []
}

function regionOf(document: Document): string | undefined {
  if (document.type === 'agreement' || document.type === 'regulation' || document.type === 'profile')
    return document.region?.name
  return document.type === 'vision' ? document.issuer : undefined
}

const articleTexts = (articles: readonly Article[]): string[] =>
  articles.flatMap(({ caption = '', paragraphs }) => [caption, ...paragraphs.map(({ text }) => text)])

function* textsOf(document: Document): Generator<string> {
  if ('preamble' in document && document.preamble !== undefined) yield document.preamble
  if ('articles' in document) yield* articleTexts(document.articles)
  if ('appendedTables' in document)
    for (const { sections } of document.appendedTables)
      for (const { initiatives } of sections)
        for (const { title, description = '' } of initiatives) yield title + description
  if (document.type === 'vision') for (const { title, purpose = '' } of document.projects) yield title + purpose
  for (const { text } of document.sections ?? []) yield text
}

/** FNV-1a over the characters' codes, mixed once more so that the smallest hashes are a fair sample. */
function hashOf(text: string, from: number, to: number): number {
  let hash = 0x811c9dc5
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash ^= hash >>> 15
  return Math.imul(hash, 0x2c1b3c6d) >>> 0
}

function sampleOf(texts: Iterable<string>): Uint32Array {
  const hashes = new Set<number>()
  let left = textLimit
  for (const text of texts) {
    const folded = clean(text.slice(0, left))
    left -= text.length
    for (let i = 0; i + shingle <= folded.length; i++) hashes.add(hashOf(folded, i, i + shingle))
    if (left <= 0) break
  }
  return Uint32Array.from(hashes).sort().slice(0, sampleSize)
}

export function signatureOf(document: Document): Signature {
  const title = clean(document.title).replace(versionWords, '')
  const region = regionOf(document)
  return {
    family: familyOf(document),
    title,
    titleProfile: titleProfileOf(title),
    ...(document.type === 'vision' && document.term !== undefined ? { term: document.term } : {}),
    ...(region === undefined ? {} : { region: clean(region) }),
    parties: new Set(partiesOf(document).map(clean)),
    sample: sampleOf(textsOf(document)),
  }
}
