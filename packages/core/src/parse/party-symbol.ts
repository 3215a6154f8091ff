/** Symbols that stand for parties wherever they are defined. */
export const stemSymbol = /^[甲乙丙丁戊己庚辛壬癸]$/u

/** Between the parties that a heading or a label names together. */
export const betweenParties = /及び|および|並びに|、|・|と/u
