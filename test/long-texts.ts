/** Beginnings of documents, by what they are: what follows is read as more of the same. */
export const heads = {
  agreement:
    '連携協約\n\n横手市（以下「甲」という。）及び湯沢市（以下「乙」という。）は、連携協約を締結する。\n第１条　あ。\n',
  'appended table': '連携協約\n\n第１条　あ。\n別表（第１条関係）\n取組\t甲の役割\nあ\tい\n',
  vision: '横手連携中枢都市圏ビジョン\n令和２年\n事務事業名\tあ\n連携市町\t横手市\n',
  outline: '連携協約の概要\n【目的】（第１条）\nあ\n連携施策　取組内容\n',
} as const

/** More of them, which only benches read again and again. */
export const moreHeads = {
  ...heads,
  'table of lines': '連携協約\n第１条　あ。\n別表\n取組の内容\n甲の役割\n乙の役割\nあ\nい\nう\n',
  amendment:
    '連携協約の一部を変更する協約\n\n横手市（以下「甲」という。）及び湯沢市（以下「乙」という。）は、連携協約の一部を次のとおり変更する。\n第１条中「あ」を「い」に改める。\n',
  regulation: '横手湯沢一部事務組合規約\n第１章　総則\n（名称）\n第１条　この組合は、組合という。\n',
  grid: '横手連携中枢都市圏ビジョン\n令和２年\n事業名\t横手市\t湯沢市\t羽後町\nあ事業\t○\t○\t－\n',
  list: '横手連携中枢都市圏ビジョン\n令和２年\n番号\t事業名\t事業概要\t事業費（千円）\n1\tあ\tい\t100\n',
  'indicators of the region':
    '横手連携中枢都市圏ビジョン\n令和２年\n圏域全体の成果指標\n指標\t基準値\t目標値\n人口\t100\t200\n',
  'sheet by spaces':
    '横手連携中枢都市圏ビジョン\n令和２年\n事業名　　あ事業\n事業費（千円）　　　R6　　R7　　R8　　計\n　　　　　　　　　　1　　2　　3　　6\n',
} as const

/** Lines as such documents hold them; any of them may come again and again. */
export const lines = [
  ...['あ事業\t○\t○\t－\n', '1\tあ\tい\t100\n', 'あ\tい\tう\n', 'あ事業\n', '○\n', '－\n', '〃\t〃\n', '同上\n'],
  ...[
    '（１）あ\n',
    'ア　あ\n',
    '①あ\n',
    '・あ\n',
    '１　あ\n',
    '２　あ。\n',
    '（あ）\n第２条　い。\n',
    '「あ」\n',
    '（あ\n',
  ],
  ...[
    '第１章　あ\n',
    '第１節　あ\n',
    '附　則\n１　あ。\n',
    '別表第１（第１条関係）\n',
    '前項の規定による。\n',
    '第１条第２項第３号\n',
  ],
  ...[
    '第１条中「あ」を「い」に改める。\n',
    '第２条を第３条とし、第１条の次に次の１条を加える。\n',
    '別表を次のように改める。\n',
  ],
  ...[
    '甲　あ\n',
    '甲\n乙\n',
    '甲の役割　あ\n　乙の役割　い\n',
    '役割\n',
    '役割分担\n',
    '取組\n',
    '　　あ　　い　　う\n',
  ],
  ...[
    'R6　　R7　　R8\n',
    'R6\tR7\n',
    '100　　200　　300\n',
    '国費　　100\n',
    '事業費\t100\t200\n',
    '計\t100\n',
    '（単位：千円）\n',
  ],
  ...[
    '指標\t10\t20\n',
    '目標値　10人\n',
    '令和６年度　令和７年度\n',
    '令和６年４月１日\n',
    '※１　あ\n',
    '表１　あ\n',
    'P. 1\n',
    '- 1 -\n',
  ],
  ...[
    '横手市\n',
    '横手市、湯沢市\n',
    '横手市長　あ\n',
    '市\n町\n村\n',
    '事業名\tあ事業\n',
    '事業名\t事業概要\n',
    '◆ あ事業 ◆\n',
  ],
  ...[
    '事業名\tあ事業\n事業概要\tい\n\n',
    '|あ|い|\n',
    '<b>あ</b>\n',
    'あ\f',
    '\n\n',
    `${'あ'.repeat(20)}\n`,
    `${'あ'.repeat(40)}。\n`,
  ],
] as const
