/** Version of the JSON contract of comparisons; minor for added members, major for changed ones. */
export const comparisonVersion = '1.1'
