/** The type of a Content-Type or Accept entry without its parameters, in lower case. */
export function bareMediaType(value: string): string {
  const end = value.indexOf(';');
  return (end < 0 ? value : value.slice(0, end)).trim().toLowerCase();
}

/** Tells whether a media type is in an API's `binaryMediaTypes`: `*` + `/*`, `type/*` or the type itself (§2.2). */
export function binaryMatcher(types: readonly string[]): (mediaType: string | undefined) => boolean {
  if (types.length === 0) return () => false;
  const exact = new Set(types.map((type) => type.toLowerCase()));
  if (exact.has('*/*')) return () => true;
  return (mediaType) => {
    if (mediaType === undefined) return false;
    const bare = bareMediaType(mediaType);
    return exact.has(bare) || exact.has(`${bare.slice(0, bare.indexOf('/'))}/*`);
  };
}
