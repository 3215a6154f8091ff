/** Version of the JSON contract; minor for added members, major for changed ones. */
export const schemaVersion = '1.1'
