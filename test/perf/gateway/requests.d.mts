/** Makes one request from a seed: the bytes to write one after the other, and whether it is a HEAD. */
export function generateRequest(seed: number): { parts: (string | Buffer)[]; head: boolean };
