import {
  build,
  decodeFromCompressedBase64,
  encodeIntoCompressedBase64,
  type Histogram,
  type JsHistogram,
} from 'hdr-histogram-js';

/** An hour in µs: nothing that is measured takes longer. */
const MOST_US = 3_600_000_000;

/**
 * Latencies in ms, kept in an HDR histogram of µs. Histograms are merged, never averaged: a percentile of the whole
 * is not the mean of the parts'.
 */
export class Latencies {
  readonly #histogram: Histogram;

  /** @param digits that stay exact: 3 for results (0.1 %), 2 where there are many of them (1 %) */
  constructor(digits: 2 | 3 = 3, histogram?: Histogram) {
    this.#histogram =
      histogram ??
      build({ numberOfSignificantValueDigits: digits, highestTrackableValue: 4096, autoResize: true });
  }

  static decode(text: string): Latencies {
    return new Latencies(3, decodeFromCompressedBase64(text));
  }

  /** The V2 compressed encoding in base64, which HdrHistogram's tools of every language read. */
  encode(): string {
    return encodeIntoCompressedBase64(this.#histogram);
  }

  get count(): number {
    return this.#histogram.totalCount;
  }

  add(ms: number): void {
    this.#histogram.recordValue(Math.min(Math.max(Math.round(ms * 1000), 0), MOST_US));
  }

  merge(other: Latencies): void {
    this.#histogram.add(other.#histogram);
  }

  /** ms that `percent` of all stayed within; 0 when there are none. */
  percentile(percent: number): number {
    return this.count === 0 ? 0 : this.#histogram.getValueAtPercentile(percent) / 1000;
  }

  get mean(): number {
    return this.count === 0 ? 0 : this.#histogram.mean / 1000;
  }

  get max(): number {
    return this.count === 0 ? 0 : this.#histogram.maxValue / 1000;
  }

  /** Distinct latencies (ms, ascending) with how often each was seen. */
  *entries(): Generator<{ ms: number; count: number }> {
    const recorded = (this.#histogram as JsHistogram).recordedValuesIterator;
    recorded.reset();
    while (recorded.hasNext()) {
      const { valueIteratedTo, countAtValueIteratedTo } = recorded.next();
      yield { ms: valueIteratedTo / 1000, count: countAtValueIteratedTo };
    }
  }
}
