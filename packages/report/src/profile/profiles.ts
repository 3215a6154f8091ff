import type { Profile } from './profile.ts'

const newLeft = (draft: readonly [string, string] = ['改正案', '現行']): Profile['columns'] => [
  { of: 'new', draft: draft[0], decided: '改正後', share: 1 },
  { of: 'old', draft: draft[1], decided: '改正前', share: 1 },
]
const oldLeft: Profile['columns'] = [
  { of: 'old', draft: '改正前', decided: '改正前', share: 1 },
  { of: 'new', draft: '改正後', decided: '改正後', share: 1 },
]

const round = { added: '（新設）', deleted: '（削る）', omitted: '（略）', folded: '{label}　（略）' } as const
const square = { added: '［新設］', deleted: '［削る］', omitted: '［略］', folded: '{label}　［略］' } as const
const single = { words: 'single', whole: 'single', cells: 'single' } as const

/** The conventions of offices, each a record. The first is the default. */
export const profiles: readonly Profile[] = [
  {
    name: '国',
    source: '法律案の新旧対照条文: 改正案を先に、傍線部分は改正部分',
    columns: newLeft(),
    preface: '（傍線部分は改正部分）',
    marks: single,
    words: round,
  },
  {
    name: '省令',
    source: '府省令の改正の表: 字句に傍線、条・項・号の全体に二重傍線、注記は角括弧',
    columns: newLeft(['改正後', '改正前']),
    remark: '備考　表中の［　］の記載は注記である。',
    marks: { words: 'single', whole: 'double', cells: 'single' },
    words: { added: '［加える。］', deleted: '［削る。］', omitted: '［略］', folded: '［{label}　略］' },
  },
  {
    name: '岩手県',
    source: '岩手県の条例の一部改正: 改正前を先に、本文を置かず備考による',
    columns: oldLeft,
    remark: '備考　改正部分は、下線の部分である。',
    marks: single,
    words: square,
  },
  {
    name: '愛媛県',
    source: '愛媛県の条例の一部改正: 下線及び太線',
    columns: newLeft(['改正後', '改正前']),
    preface: '次の表の改正前の欄に掲げる規定を同表の改正後の欄に掲げる規定に、下線及び太線で示すように改正する。',
    marks: { words: 'single', whole: 'single', cells: 'frame' },
    words: round,
  },
  {
    name: '武蔵野市',
    source: '武蔵野市の条例の一部改正: 改正前、改正後、説明の三欄',
    columns: [
      { of: 'old', draft: '改正前', decided: '改正前', share: 5 },
      { of: 'new', draft: '改正後', decided: '改正後', share: 5 },
      { of: 'notes', draft: '説明', decided: '説明', share: 2 },
    ],
    marks: single,
    words: { ...round, deleted: '（削除）' },
  },
  {
    name: '黒滝村',
    source: '黒滝村条例等の一部改正の形式に関する要綱（令和7年要綱第2号）',
    columns: newLeft(['改正後', '改正前']),
    marks: single,
    words: round,
    lastRowBlank: true,
    lineWeight: 0.5,
  },
]

export const profileNames: readonly string[] = profiles.map((profile) => profile.name)

/** The profile of a name; the first one without a name or for a name that is none. */
export const profileOf = (name?: string): Profile =>
  profiles.find((profile) => profile.name === name) ?? (profiles[0] as Profile)
