/** A version as the server compares it. */
export const etag = (version: number) => `"${version}"`;
