// Requests that arrive when they arrive, whether or not earlier ones have been answered: latency counts from the moment a
// request was due, so that a stall is felt by everybody behind it.
import { setTimeout as wait } from 'node:timers/promises';
import { build } from 'hdr-histogram-js';

/** `send(index)` resolves to true for a good answer. Returns milliseconds, with tenths. */
export async function openArrival({ rate, seconds, send }) {
  const histogram = build({
    lowestDiscernibleValue: 1,
    highestTrackableValue: 60_000_000,
    numberOfSignificantValueDigits: 3,
  });
  const count = rate * seconds;
  const running = [];
  let bad = 0;
  const begin = performance.now();
  for (let index = 0; index < count; index++) {
    const due = begin + (index * 1000) / rate;
    const ahead = due - performance.now();
    if (ahead > 1) await wait(ahead);
    running.push(
      send(index)
        .catch(() => false)
        .then((good) => {
          if (!good) bad++;
          histogram.recordValue(Math.max(0, Math.round((performance.now() - due) * 1000)));
        }),
    );
  }
  await Promise.all(running);
  const at = (percentile) => Math.round(histogram.getValueAtPercentile(percentile) / 100) / 10;
  return {
    perSecond: rate,
    p50: at(50),
    p95: at(95),
    p99: at(99),
    max: Math.round(histogram.maxValue / 100) / 10,
    bad,
  };
}
