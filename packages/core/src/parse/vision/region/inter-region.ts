const between = /圏域間(?:の)?連携|圏域(?:同士|相互)の連携|(?:都市圏|圏域|自立圏)との(?:広域)?連携(?:事業|取組)?/u

/** Whether a heading opens the projects that two regions run together (圏域間連携事業). */
export const isInterRegion = (folded: string): boolean => folded.length <= 50 && between.test(folded)
