import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Latencies } from '../results/latencies.js';
import type { Figures, LoadReport, SlowRequest } from '../results/report.js';
import { escapeHtml, ms, percent, verdictWord } from './words.js';

/** The report as one HTML file that needs nothing else: style, script and data are inside. */
export function reportPage(report: LoadReport): string {
  const load = createRequire(import.meta.url);
  const file = (name: string): string => readFileSync(load.resolve(`uplot/dist/${name}`), 'utf8');
  // `</script` inside the data would end the script early
  const data = JSON.stringify(chartData(report)).replaceAll('<', '\\u003c');
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Load test ${escapeHtml(report.run)}</title>
<style>${file('uPlot.min.css')}${STYLE}</style></head><body>
<h1>Load test <small>${escapeHtml(report.run)}</small></h1>
${head(report)}
${sloTable(report)}
<h2>Latency over time</h2><div class="chart" id="latency"></div>
<h2>Requests a second</h2><div class="chart" id="rate"></div>
<h2>Latency by percentile</h2><div class="chart" id="curve"></div>
<h2>Routes</h2>${routeTable(report)}
${outcomeTable(report.overall)}
${slowest(report.slowest)}
<script>${file('uPlot.iife.min.js')}</script>
<script>const data = ${data};${CHARTS}</script>
</body></html>
`;
}

function head({
  target,
  startedAt,
  tookMs,
  engine,
  validity,
  partial,
  overall,
  remarks,
  tookMs: took,
}: LoadReport): string {
  const notes = [...validity.reasons, ...remarks];
  const state = validity.valid
    ? ''
    : '<p class="bad">This run is not valid: it says nothing of the target.</p>';
  const cut = partial
    ? '<p class="bad">This run was stopped before its end: the figures are partial.</p>'
    : '';
  const list =
    notes.length === 0 ? '' : `<ul>${notes.map((note) => `<li>${escapeHtml(note)}</li>`).join('')}</ul>`;
  const cards: [string, string][] = [
    ['requests', String(overall.requests)],
    ['a second', (overall.requests / (took / 1000)).toFixed(1)],
    ['p50', ms(overall.latency.p50)],
    ['p95', ms(overall.latency.p95)],
    ['p99', ms(overall.latency.p99)],
    ['failed', percent(overall.errors, overall.requests)],
    ['throttled', percent(overall.throttled, overall.requests)],
    ...(overall.coldStarts === undefined
      ? []
      : [['cold starts', String(overall.coldStarts)] as [string, string]]),
  ];
  return `<p class="meta">${escapeHtml(target.url)} · ${escapeHtml(startedAt)} · ${(tookMs / 1000).toFixed(1)} s · ${escapeHtml(engine)}</p>
${state}${cut}${list}
<div class="cards">${cards.map(([name, value]) => `<div><b>${escapeHtml(value)}</b>${name}</div>`).join('')}</div>`;
}

function sloTable({ slo }: LoadReport): string {
  if (slo.length === 0) return '';
  const rows = slo.map(
    ({ scope, measure, limit, measured, unit, outcome }) =>
      `<tr class="${outcome}"><td>${escapeHtml(scope)}</td><td>${measure}</td><td>${figure(limit, unit)}</td><td>${
        measured === undefined ? '–' : figure(measured, unit)
      }</td><td>${verdictWord(outcome)}</td></tr>`,
  );
  return `<h2>Service levels</h2><table><tr><th>scope</th><th>measure</th><th>objective</th><th>measured</th><th></th></tr>${rows.join('')}</table>`;
}

function figure(value: number, unit: 'ms' | 'share'): string {
  return unit === 'ms' ? ms(value) : percent(value, 1);
}

function routeTable({ routes }: LoadReport): string {
  const rows = Object.entries(routes).map(
    ([name, { requests, errors, throttled, latency }]) =>
      `<tr><td>${escapeHtml(name)}</td><td>${requests}</td><td>${ms(latency.p50)}</td><td>${ms(latency.p95)}</td><td>${ms(latency.p99)}</td><td>${ms(latency.max)}</td><td>${percent(errors, requests)}</td><td>${percent(throttled, requests)}</td></tr>`,
  );
  return `<table><tr><th>route</th><th>requests</th><th>p50</th><th>p95</th><th>p99</th><th>most</th><th>failed</th><th>throttled</th></tr>${rows.join('')}</table>`;
}

function outcomeTable({ outcomes, statuses, requests }: Figures): string {
  const rows = (counts: Record<string, number>): string =>
    Object.entries(counts)
      .sort(([, a], [, b]) => b - a)
      .map(
        ([name, n]) =>
          `<tr><td>${escapeHtml(name === '0' ? 'no answer' : name)}</td><td>${n}</td><td>${percent(n, requests)}</td></tr>`,
      )
      .join('');
  return `<div class="two"><div><h2>How requests ended</h2><table>${rows(outcomes)}</table></div><div><h2>Statuses</h2><table>${rows(statuses)}</table></div></div>`;
}

function slowest(requests: readonly SlowRequest[]): string {
  if (requests.length === 0) return '';
  const blocks = requests.map(({ requestId, route, durationMs, spans }) => {
    const end = Math.max(...spans.map(({ atMs, durationMs: length }) => atMs + length), 0.001);
    const bars = spans.map(
      ({ name, kind, atMs, durationMs: length }) =>
        `<div class="span"><span>${escapeHtml(`${kind} ${name}`)}</span><i style="margin-left:${((atMs / end) * 100).toFixed(2)}%;width:${Math.max((length / end) * 100, 0.3).toFixed(2)}%"></i><em>${ms(length)}</em></div>`,
    );
    return `<details><summary>${ms(durationMs)} ${escapeHtml(route)} <code>${escapeHtml(requestId)}</code></summary>${bars.join('')}</details>`;
  });
  return `<h2>Slow requests, as the target saw them</h2>${blocks.join('')}`;
}

/** Columns for the charts. */
function chartData({ timeline, overall }: LoadReport): Record<string, number[]> {
  const { stretches, widthMs } = timeline;
  const perSecond = 1000 / widthMs;
  const curve = curveOf(overall);
  return {
    at: stretches.map(({ atMs }) => atMs / 1000),
    p50: stretches.map(({ p50 }) => p50),
    p95: stretches.map(({ p95 }) => p95),
    p99: stretches.map(({ p99 }) => p99),
    rate: stretches.map(({ requests }) => requests * perSecond),
    failed: stretches.map(({ errors }) => errors * perSecond),
    throttled: stretches.map(({ throttled }) => throttled * perSecond),
    curveAt: curve.map(({ at }) => -Math.log10(1 - at / 100)),
    curve: curve.map(({ ms: value }) => value),
  };
}

/** Latency by percentile: from the histogram, or from the few percentiles that another engine told. */
function curveOf({ histogram, latency }: Figures): { at: number; ms: number }[] {
  if (histogram !== undefined) {
    const whole = Latencies.decode(histogram);
    return CURVE.map((at) => ({ at, ms: whole.percentile(at) }));
  }
  const known = [
    [50, latency.p50],
    [90, latency.p90],
    [95, latency.p95],
    [99, latency.p99],
    [99.9, latency['p99.9']],
  ] as const;
  return known.map(([at, value]) => ({ at, ms: value }));
}

/** Percentiles of the curve, evenly spread over the nines: 0, 90, 99, 99.9, 99.99. */
const CURVE = Array.from({ length: 81 }, (_, step) => (1 - 10 ** (-step / 20)) * 100);

const STYLE = `
:root{color-scheme:light dark;--line:#8884;--soft:#777;--good:#1a7f37;--bad:#cf222e;--bar:#3b82f6}
body{font:15px/1.5 system-ui,sans-serif;max-width:64rem;margin:2rem auto;padding:0 1rem}
h1 small,.meta{color:var(--soft);font-weight:400}h2{margin:2rem 0 .5rem;font-size:1.1rem}
table{border-collapse:collapse;width:100%}td,th{padding:.25rem .6rem;border-bottom:1px solid var(--line);text-align:right}
td:first-child,th:first-child{text-align:left}.met td:last-child{color:var(--good)}.broken td:last-child,.bad{color:var(--bad);font-weight:600}
.cards{display:flex;flex-wrap:wrap;gap:.8rem}.cards div{border:1px solid var(--line);border-radius:.5rem;padding:.5rem 1rem;color:var(--soft)}
.cards b{display:block;font-size:1.3rem;color:CanvasText}.two{display:grid;grid-template-columns:1fr 1fr;gap:2rem}
.chart{background:#fff;border-radius:.5rem;padding:.5rem;color:#111}
.span{display:grid;grid-template-columns:18rem 1fr 5rem;gap:.5rem;font-size:.85rem}.span i{background:var(--bar);height:.8rem;align-self:center;border-radius:2px}
summary{cursor:pointer}`;

const CHARTS = `
const size = (el) => ({ width: el.clientWidth - 16, height: 260 });
const line = (label, stroke) => ({ label, stroke, width: 2, value: (u, v) => v == null ? '–' : v.toFixed(1) });
const seconds = { label: 's', value: (u, v) => v == null ? '–' : v.toFixed(0) + ' s' };
function draw(id, options, columns) {
  const el = document.getElementById(id);
  const plot = new uPlot({ ...size(el), scales: { x: { time: false } }, ...options }, columns, el);
  addEventListener('resize', () => plot.setSize(size(el)));
}
const axis = (unit) => [{ values: (u, s) => s.map((v) => v + ' s') }, { size: 70, values: (u, s) => s.map((v) => v + unit) }];
draw('latency', { axes: axis(' ms'), series: [seconds, line('p50 ms', '#22c55e'), line('p95 ms', '#f59e0b'), line('p99 ms', '#ef4444')] },
  [data.at, data.p50, data.p95, data.p99]);
draw('rate', { axes: axis('/s'), series: [seconds, line('requests/s', '#3b82f6'), line('failed/s', '#ef4444'), line('throttled/s', '#f59e0b')] },
  [data.at, data.rate, data.failed, data.throttled]);
const nines = (v) => +((1 - 10 ** -v) * 100).toFixed(3) + ' %';
draw('curve', { axes: [{ splits: () => [0, 1, 2, 3, 4], values: (u, s) => s.map(nines) }, { size: 70, values: (u, s) => s.map((v) => v + ' ms') }],
  series: [{ label: 'percentile', value: (u, v) => v == null ? '–' : nines(v) }, line('ms', '#8b5cf6')] }, [data.curveAt, data.curve]);
`;
