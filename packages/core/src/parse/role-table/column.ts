import type { Party } from '../../schema/agreement.ts'
import { endsWithAny } from '../../text/characters.ts'
import { areSymbols, betweenParties, partyCalled, stemSymbol } from '../party/party-symbol.ts'

/** What a column or a labelled cell of a role table holds; a pillar's cell stands beside the first of its rows. */
export type Column = { kind: 'pillar' } | { kind: 'title' } | { kind: 'description' } | { kind: 'cost' } | RoleColumn
/** The parties, where a heading names several: 乙及び丙の役割. */
interface RoleColumn {
  kind: 'role'
  party: string
  parties?: string[]
}

const counted = '(?:\\([0-9]{1,3}(?:施策|取組|項目|事業)\\))?'
const titleWords =
  /^(?:連携施策|施策|取組|取組み|取り組み|連携する取組|連携取組|取組事項|連携事項|協力事項|取組項目|(?:連携する)?(?:取組|施策|事業)の?名称?|事項|項目|区分|政策分野|分野|施策分野|施策名|連携する施策|連携項目)$/u
const descriptionWords =
  /^(?:取組内容|取組の内容|取組み内容|取組みの内容|取り組み内容|取り組みの内容|取組及び内容|内容|事業内容|実施内容|施策内容|施策の内容|連携内容|(?:取組|連携|事業)?の?方針|取組の概要|取組概要|概要|具体的(?:な)?(?:取組|内容))$/u
const roleWords =
  /^(.{1,24}?)(?:が(?:担う|果たす|行う)|の)?役割(?:分担|の分担|の内容)?(?:(?:及び|並びに|と|・)(?:費用(?:の)?(?:分担|負担)|経費(?:の)?(?:分担|負担)))?$/u
/** 役割（甲）, 役割分担（共通） */
const roleBefore = /^役割(?:分担)?\(([^()]{1,24})\)$/u
/** Who pays how much is no role and has no place in an initiative: its cells are left. */
const sharedCosts = /^(?:費用|経費)(?:(?:の)?(?:負担|分担)(?:額|割合)?等?)?$/u
const costWords = /^(.{1,24}?)の(?:費用|経費)(?:の)?(?:分担|負担)$/u

/** 甲が取り組む内容, 乙の責務: only of those who are known to be parties, for many phrases end so. */
const dutyWords =
  /^(.{1,24}?)[がの](?:取り?組む|行う|実施する|担う|担当する|分担する|処理する)?(?:取組|取組内容|内容|事項|事務|業務|事業|責務|分担|担当|措置|対応|こと)等?$/u

/** What all of these end with, and the brackets and spaces around them: asked of every line before their patterns are. */
const lastCharacters = '用費額合策組み項目名称分野容要針割担務業置応当と等】〉》]>) '

/** ○取組の内容; ○の役割 and ○○市の役割 are those of a party still to be named. */
const bulleted = /^[〇●◎◆◇■□▪・※](?![〇●のが市町村区県])/u

const countedEnd = new RegExp(`${counted}$`, 'u')

/** The symbol of the party that a heading names: 甲 → 甲, a name → the symbol of the party so named; others as printed. */
function partyOf(named: string, parties: readonly Party[]): string {
  return partyCalled(named, parties) ?? named
}

/** 三次市（甲）, 中心市（甲・乙）: whom a heading names, with their symbols in brackets. */
const withSymbols = /^[^()]{1,20}\(([甲乙丙丁戊己庚辛壬癸、・及並びにと]{1,20})\)$/u
/** 甲(三次市): the other way round. */
const withName = /^([甲乙丙丁戊己庚辛壬癸])\([^()]{1,20}\)$/u
const symbolsIn = (heading: string): string => {
  const symbols = (withSymbols.exec(heading) ?? withName.exec(heading))?.[1]
  return symbols !== undefined && areSymbols(symbols) ? symbols : heading
}

/** The role of those whom a heading names: one, or several parties each by symbol or name. */
function roleOf(heading: string, parties: readonly Party[]): Column {
  const named = partyCalled(heading, parties) === undefined ? symbolsIn(heading) : heading
  const party = partyOf(named, parties)
  if (party !== named || !betweenParties.test(named)) return { kind: 'role', party }
  const each = named.split(betweenParties).map((name) => partyCalled(name, parties))
  // Beside one that is known a symbol stands for somebody, be it defined or not.
  const some = each.some((p) => p !== undefined)
  const known = named
    .split(betweenParties)
    .flatMap((name, i) => each[i] ?? (some && stemSymbol.test(name) ? [name] : []))
  return known.length === each.length ? { kind: 'role', party, parties: known } : { kind: 'role', party }
}

/** Who else roles are given to, as printed. */
const together =
  /^(?:共通|双方|両者|三者|(?:全|各|両|関係|構成|連携|[二三四五六七八九十])(?:市町村|市町|市村|町村|市|町))$/u

/** Whether roles are those of several parties together, which not every initiative has. */
export const isTogether = (party: string): boolean => together.test(party)

/** Who can have a role: a symbol, a municipality, or a body. Keeps captions such as 取組及び役割分担 out. */
const someone =
  /^(?:[甲乙丙丁戊己庚辛壬癸](?:(?:及び|および|並びに|と|・|、)?[甲乙丙丁戊己庚辛壬癸])*|(?!.*役割)[^。「」]{0,20}(?:市|町|村|区|県|府|都|道|都市|市町|市町村|町村|組合|連合|団体|協議会|双方|当事者|[○〇])|共通|両者|三者)$/u

/** Reads a heading of a role table, spaces and brackets aside; undefined where the text is none. */
export function columnOf(folded: string, parties: readonly Party[]): Column | undefined {
  if (folded.length > 40 || !endsWithAny(folded, lastCharacters)) return undefined
  const text = folded
    .replace(/[ ]/gu, '')
    .replace(/^[【〈《[(<](.*)[】〉》\])>]$/u, '$1')
    .replace(bulleted, '')
  const bare = text.replace(countedEnd, '')
  if (titleWords.test(bare)) return { kind: 'title' }
  if (descriptionWords.test(bare)) return { kind: 'description' }
  if (sharedCosts.test(bare)) return { kind: 'cost' }
  const isKnown = (named: string): boolean =>
    named.split(betweenParties).every((each) => parties.some((p) => p.symbol === each || p.name === each))
  const duty = dutyWords.exec(bare)?.[1]
  if (duty !== undefined && isKnown(duty)) return roleOf(duty, parties)
  const behind = roleBefore.exec(bare)?.[1]
  if (behind !== undefined && (isKnown(behind) || isTogether(behind))) return roleOf(behind, parties)
  const named = (roleWords.exec(bare) ?? costWords.exec(bare))?.[1]
  if (named === undefined) return undefined
  return isKnown(named) || someone.test(symbolsIn(named)) ? roleOf(named, parties) : undefined
}

/** Longest names of those that a cell heads the roles of. */
const longestName = 40

/** The role of those whom a text names and nothing else: a party, or several. */
export function partiesNamed(folded: string, parties: readonly Party[]): Column | undefined {
  const bare = folded.replace(/^[【〈《[(<](.*)[】〉》\])>]$/u, '$1')
  const role = bare.length <= longestName ? roleOf(bare, parties) : undefined
  const named =
    role?.kind === 'role' && (role.parties !== undefined || partyCalled(symbolsIn(bare), parties) !== undefined)
  return named ? role : undefined
}

/** Beside headings of other columns a party alone heads its roles, or several do: 取組, 内容, 甲, 乙及び丙. */
function withParties(
  columns: readonly (Column | undefined)[],
  cells: readonly string[],
  parties: readonly Party[],
): (Column | undefined)[] {
  if (!columns.some((c) => c !== undefined && c.kind !== 'role')) return [...columns]
  const known = cells.some((cell) => stemSymbol.test(cell) && partyCalled(cell, parties) !== undefined)
  return columns.map((column, i) => {
    const cell = cells[i] as string
    if (column || cell === '') return column
    return (
      partiesNamed(cell, parties) ??
      (known && (stemSymbol.test(cell) || isTogether(cell)) ? { kind: 'role', party: cell } : undefined)
    )
  })
}

/** What heads the first column names what is done, whatever its word (応援の区分), where roles of several alone stand beside it. */
function withFirstTitle(columns: readonly (Column | undefined)[], cells: readonly string[]): (Column | undefined)[] {
  const [first, ...others] = columns
  const roles = others.filter((c) => c?.kind === 'role')
  const few = new Set(roles.map((c) => (c?.kind === 'role' ? c.party : ''))).size < 2
  const only = others.every((c, i) => c?.kind === 'role' || c?.kind === 'description' || cells[i + 1] === '')
  const word = cells[0] ?? ''
  if (first || few || !only || word === '' || word.length > longestFirst || /[。、「」]/u.test(word))
    return [...columns]
  return [{ kind: 'title' }, ...others]
}
const longestFirst = 12

/** What each cell of a heading row heads, by its words and by those beside it; undefined for those that head nothing known. */
export const headsOf = (cells: readonly string[], parties: readonly Party[]): (Column | undefined)[] =>
  withFirstTitle(
    withParties(
      cells.map((c) => columnOf(c, parties)),
      cells,
      parties,
    ),
    cells,
  )

/** Columns of a whole heading row: at least two different ones, one of them more than a title. */
export function columnsOf(cells: readonly string[], parties: readonly Party[]): Column[] | undefined {
  if (cells.length < 2) return undefined
  const columns = headsOf(cells, parties)
  if (columns.some((c) => c === undefined)) return undefined
  const found = columns as Column[]
  const distinct = new Set(found.map((c) => (c.kind === 'role' ? `role ${c.party}` : c.kind)))
  return distinct.size >= 2 && found.some((c) => c.kind !== 'title') ? found : undefined
}

/** 取組内容 without a column for titles holds the title too where the rows show one. */
export const isRole = (column: Column): column is { kind: 'role'; party: string } => column.kind === 'role'

/** Whether a line is a heading of a role table or a row of them, whoever the parties are. */
export const isRoleHeading = (folded: string): boolean =>
  columnOf(folded, []) !== undefined || (folded.length <= 160 && columnsOf(folded.split(/ +/u), []) !== undefined)
