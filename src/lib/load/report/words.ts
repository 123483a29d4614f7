import type { Verdict } from '../../../core/slo/judge-slo.js';

/** `12.3 ms`, `1.20 s`. */
export function ms(value: number): string {
  if (value >= 10_000) return `${(value / 1000).toFixed(1)} s`;
  if (value >= 1000) return `${(value / 1000).toFixed(2)} s`;
  return `${value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)} ms`;
}

/** A share in percent: `0 %`, `0.04 %`, `12.5 %`. */
export function percent(part: number, of: number): string {
  const share = of === 0 ? 0 : (part / of) * 100;
  if (share === 0 || share === 100) return `${share} %`;
  return `${share < 0.1 ? share.toPrecision(1) : share.toFixed(share < 10 ? 2 : 1)} %`;
}

/** One word for a judged objective. */
export function verdictWord(outcome: Verdict['outcome']): string {
  return { met: 'met', broken: 'broken', unmeasured: 'not measured' }[outcome];
}

/** Text safe inside HTML, attributes too. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
