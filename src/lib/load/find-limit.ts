/** One rate that was tried. */
export interface Probe {
  /** Requests a second. */
  rate: number;
  ok: boolean;
  /** Why not. */
  why?: string;
}

/** How to search. */
export interface LimitSearch {
  /** The first rate. */
  from: number;
  /** Never more than this. */
  most: number;
  /** Stop when the answer is known to this share: 0.05 is five percent. */
  precision: number;
}

/**
 * Searches the highest rate that still holds: doubling until one breaks, then halving the gap. Resolves to the probes
 * in order and the highest rate that held (0 when none did). `probe` runs one rate; it may throw to end the search.
 */
export async function findLimit(
  { from, most, precision }: LimitSearch,
  probe: (rate: number) => Promise<Omit<Probe, 'rate'>>,
): Promise<{ limit: number; probes: Probe[] }> {
  const probes: Probe[] = [];
  const holds = async (rate: number): Promise<boolean> => {
    const result = { rate, ...(await probe(rate)) };
    probes.push(result);
    return result.ok;
  };
  let good = 0;
  let bad: number | undefined;
  for (let rate = from; bad === undefined; rate = Math.min(rate * 2, most)) {
    if (!(await holds(rate))) bad = rate;
    else if (rate >= most) return { limit: rate, probes };
    else good = rate;
  }
  while (bad - good > Math.max(good * precision, 1)) {
    const middle = Math.round((good + bad) / 2);
    if (await holds(middle)) good = middle;
    else bad = middle;
  }
  return { limit: good, probes };
}
