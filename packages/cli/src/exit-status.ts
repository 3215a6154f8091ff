/** Exit status where something could not be read or written; errors of documents themselves are 1. */
export const failedStatus = 2
