const LOOKUP = /\$\{(?:lower|upper|date|env|sys|ctx|main|java|base64|::-|:)[^${}]*\}/gi;
/** Lookups may nest; deeper than this nobody needs. */
const DEEPEST = 12;

/** Tells a JNDI lookup of Log4Shell, however its letters are hidden in other lookups. */
export function isJndiLookup(text: string): boolean {
  let current = text;
  if (!current.includes('${')) return false;
  for (let i = 0; i < DEEPEST; i++) {
    if (/\$\{\s*jndi\s*:/i.test(current)) return true;
    const next = current.replace(LOOKUP, resolve);
    if (next === current) return false;
    current = next;
  }
  return false;
}

/** What a lookup stands for: `${lower:J}` is j, `${::-j}` and `${env:X:-j}` are j. */
function resolve(lookup: string): string {
  const inner = lookup.slice(2, -1);
  const fallback = inner.indexOf(':-');
  if (fallback >= 0) return inner.slice(fallback + 2);
  return inner.slice(inner.indexOf(':') + 1);
}
