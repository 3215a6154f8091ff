import { isEveryone, isPartyGroup } from '../sheet/sheet-label.ts'

/** Kana and kanji, the last of them what the municipality is. */
const likeName = /^(?![市町村区])[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー]{1,10}[市町村区]$/u

/** What is said of municipalities and of parts of them, and no name: 実施市町, 各町, 中核市, 東地区, 中学校区, 市街化区. */
const noName =
  /(?:市町|市村|町村|枢都市|定都市)$|[地学校街化全]区$|(?:行政|特別|管|選挙)区$|^(?:[本同各両当全他都新旧前隣該近数甲乙丙丁何大小中]|関係|構成|連携|参加|参画|実施|対象|周辺|近隣|隣接|広域|圏域|圏域内|県内|中心|中核|特例|指定|政令|一般|単独|関連|協力|加盟)(?:の)?[市町村区]$/u

/** Whether a word that is the name of no municipality is printed as one is: of a town that is no more, of one misread, of one made up. */
export const isStrangeName = (bare: string): boolean =>
  likeName.test(bare) && !noName.test(bare) && !isPartyGroup(bare) && !isEveryone(bare)
