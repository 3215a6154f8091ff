/** Bodies that conclude agreements, by the end of their names, and by what companies and corporations begin with. */
const named =
  /(?:市町村?|市|町|村|区|都|道|府|県|組合|広域連合|財産区|大学|学校|法人|会社|協議会|機構|公社|銀行|金庫|会議所|(?<![議員])会|組織)$|^(?:(?:株式|有限|合同|合名|合資)会社|(?:(?:一般|公益)(?:社団|財団)|社会福祉|学校|医療|(?:国立|公立)大学|(?:地方)?独立行政|特定非営利活動)法人).+/u

/** Whether folded text is the name of a body that can conclude an agreement. */
export const isBodyName = (folded: string): boolean => named.test(folded)
