/** Style of the HTML report. Colours follow the reader's system. */
export const STYLE = `
:root { color-scheme: light dark; --fg: #1b1f24; --dim: #5b6570; --bg: #fff; --card: #f6f8fa; --line: #d5dbe1;
  --good: #1a7f37; --bad: #c62828; --warn: #9a6700; --bar: #2f6fde; }
@media (prefers-color-scheme: dark) { :root { --fg: #e6eaef; --dim: #98a3ae; --bg: #0f1318; --card: #171c23; --line: #2b333d;
  --good: #4ac26b; --bad: #ff6b6b; --warn: #d4a72c; --bar: #6aa0ff; } }
* { box-sizing: border-box; }
body { margin: 0; font: 14px/1.5 system-ui, sans-serif; color: var(--fg); background: var(--bg); }
main { max-width: 1100px; margin: 0 auto; padding: 24px 16px 64px; }
h1 { font-size: 22px; margin: 0 0 4px; } h2 { font-size: 16px; margin: 32px 0 8px; }
.dim { color: var(--dim); } .good { color: var(--good); } .bad { color: var(--bad); } .warn { color: var(--warn); }
.tools { display: flex; gap: 12px; margin: 16px 0; flex-wrap: wrap; align-items: center; }
input[type=search] { flex: 1; min-width: 200px; padding: 6px 10px; border: 1px solid var(--line); border-radius: 6px; background: var(--bg); color: inherit; font: inherit; }
details.case { border: 1px solid var(--line); border-radius: 6px; margin: 6px 0; background: var(--card); }
details.case > summary { padding: 8px 12px; cursor: pointer; display: flex; gap: 10px; align-items: baseline; }
details.case > summary::marker { content: ''; }
summary .name { flex: 1; overflow-wrap: anywhere; }
.inside { padding: 0 12px 12px; }
pre { margin: 6px 0; padding: 8px 10px; background: var(--bg); border: 1px solid var(--line); border-radius: 6px; overflow: auto; max-height: 340px; font: 12px/1.45 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
.why { border-left: 3px solid var(--bad); padding-left: 10px; margin: 8px 0; white-space: pre-wrap; overflow-wrap: anywhere; }
.time { display: grid; grid-template-columns: minmax(180px, 34%) 1fr 76px; gap: 4px 10px; align-items: center; }
.time > .lane { position: relative; height: 14px; background: var(--bg); border-radius: 3px; }
.lane > i { position: absolute; top: 2px; height: 10px; min-width: 2px; border-radius: 2px; background: var(--bar); }
.lane > i.bad { background: var(--bad); }
.ms { text-align: right; font-variant-numeric: tabular-nums; }
.exchange { margin: 2px 0; } .exchange > summary { list-style: none; cursor: pointer; }
.exchange .call { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
table { border-collapse: collapse; width: 100%; } td, th { text-align: left; padding: 4px 8px; border-bottom: 1px solid var(--line); vertical-align: top; }
`;

/** Draws the report. Text goes in by `textContent` alone: bodies of answers are anybody's. */
export const SCRIPT = `
const data = JSON.parse(document.getElementById('data').textContent);
const root = document.getElementById('report');
root.textContent = '';
function el(tag, props, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props || {})) {
    if (name === 'style') Object.assign(node.style, value); else if (name in node) node[name] = value; else node.setAttribute(name, value);
  }
  for (const child of children.flat()) if (child !== undefined && child !== null && child !== '') node.append(child);
  return node;
}
const ms = (value) => value < 10 ? value.toFixed(1) + ' ms' : Math.round(value) + ' ms';
const tone = { passed: 'good', failed: 'bad', skipped: 'warn' };
const { counts } = data;
root.append(
  el('h1', { className: data.verdict === 'passed' ? 'good' : 'bad' }, 'arcube test: ' + data.verdict),
  el('div', { className: 'dim' }, counts.passed + ' passed, ' + counts.failed + ' failed, ' + counts.skipped + ' skipped'
    + (counts.flaky ? ', ' + counts.flaky + ' flaky' : '') + ' in ' + (data.durationMs / 1000).toFixed(1) + ' s · ' + data.target
    + ' · ' + data.startedAt + ' · seed ' + data.seed));
for (const fault of data.faults) root.append(el('div', { className: 'why' },
  (fault.place ? fault.place.file + ':' + fault.place.line + ':' + fault.place.column + ' ' : '') + fault.message + ' ' + fault.remedy));
const search = el('input', { type: 'search', placeholder: 'Find a case, a route, a status …', ariaLabel: 'Find' });
const onlyFailed = el('input', { type: 'checkbox', id: 'failed', checked: counts.failed > 0 });
root.append(el('div', { className: 'tools' }, search, el('label', { htmlFor: 'failed' }, onlyFailed, ' failed only')));
const list = el('div');
root.append(list);

function timeline(rows, begin, end) {
  const span = Math.max(end - begin, 0.001);
  return (row) => el('div', { className: 'lane' }, el('i', { className: row.bad ? 'bad' : '', title: row.label,
    style: { left: (row.at - begin) / span * 100 + '%', width: Math.max(row.took / span * 100, 0.3) + '%' } }));
}
function exchanges(one) {
  if (one.exchanges.length === 0) return [];
  const end = Math.max(...one.exchanges.map((e) => e.startedAt + e.durationMs));
  const lane = timeline(one.exchanges, 0, end);
  return [el('h2', {}, 'Requests'), ...one.exchanges.map((e, index) => {
    const failed = one.failure && one.failure.exchange === index;
    const path = e.url.replace(/^https?:\\/\\/[^/]+/, '');
    const row = el('div', { className: 'time' },
      el('span', { className: 'call', title: e.step }, el('b', { className: failed || e.status === 0 || e.status >= 500 ? 'bad' : '' }, e.status || '—'), ' ' + e.method + ' ' + path, el('span', { className: 'dim' }, '  ' + e.step)),
      lane({ at: e.startedAt, took: e.durationMs, bad: failed, label: ms(e.durationMs) }),
      el('span', { className: 'ms dim' }, ms(e.durationMs)));
    const headers = (map) => Object.entries(map).map(([k, v]) => k + ': ' + v).join('\\n');
    return el('details', { className: 'exchange', open: Boolean(failed) }, el('summary', {}, row),
      el('pre', {}, e.method + ' ' + e.url + '\\n' + headers(e.requestHeaders) + (e.requestBody ? '\\n\\n' + pretty(e.requestBody) : '')),
      el('pre', {}, (e.error || e.status) + '\\n' + headers(e.headers) + '\\n\\n' + pretty(e.body)));
  })];
}
function pretty(text) { try { return JSON.stringify(JSON.parse(text), null, 2); } catch { return text; } }
function story(found) {
  if (!found) return [];
  const parts = [];
  if (found.steps) parts.push(el('h2', {}, 'The way through the gateway'), el('table', {}, found.steps.map((s) => el('tr', {}, el('td', {}, s.handler), el('td', {}, s.saw)))));
  if (found.spans.length) {
    const spans = [...found.spans].sort((a, b) => a.startedAt - b.startedAt);
    const begin = spans[0].startedAt, end = Math.max(...spans.map((s) => s.startedAt + s.durationMs));
    const lane = timeline(spans, begin, end);
    parts.push(el('h2', {}, 'Where its time went'), el('div', { className: 'time' }, spans.flatMap((s) => [
      el('span', { className: 'call', title: s.name }, s.kind + ' ' + s.name), lane({ at: s.startedAt, took: s.durationMs, bad: s.error, label: s.error || '' }), el('span', { className: 'ms dim' }, ms(s.durationMs))])));
  }
  if (found.logs.length) parts.push(el('h2', {}, 'Logs'), el('pre', {}, found.logs.map((l) => new Date(l.time).toISOString().slice(11, 23) + ' ' + l.functionName + ' ' + l.text.trimEnd()).join('\\n')));
  return parts;
}
function failure(one) {
  const f = one.failure;
  if (!f) return one.reason ? [el('div', { className: 'warn' }, one.reason)] : [];
  return [el('div', { className: 'why' }, f.message), el('div', { className: 'dim' }, 'step ' + f.step + (f.place ? ' · ' + f.place.file + ':' + f.place.line + ':' + f.place.column : '')),
    f.curl ? el('pre', {}, f.curl) : '', f.snapshot ? el('pre', {}, 'arcube dev --from-snapshot ' + f.snapshot) : '', ...story(f.story)];
}
function notes(one) {
  const entries = Object.entries(one.notes);
  return entries.length ? [el('h2', {}, 'Notes'), el('pre', {}, JSON.stringify(one.notes, null, 2))] : [];
}
function card(one) {
  const box = el('details', { className: 'case' }, el('summary', {}, el('b', { className: tone[one.outcome] }, one.outcome), el('span', { className: 'name' }, one.name, el('span', { className: 'dim' }, '  ' + one.group)), el('span', { className: 'ms dim' }, ms(one.durationMs))));
  let drawn = false;
  const draw = () => { if (!drawn) { drawn = true; box.append(el('div', { className: 'inside' }, ...failure(one), ...exchanges(one), ...notes(one))); } };
  box.addEventListener('toggle', () => { if (box.open) draw(); });
  if (one.outcome === 'failed') { draw(); box.open = true; }
  return box;
}
const cards = data.cases.map((one) => ({ one, node: card(one), text: (one.id + ' ' + one.tags.join(' ') + ' ' + one.exchanges.map((e) => e.method + ' ' + e.url + ' ' + e.status).join(' ')).toLowerCase() }));
function draw() {
  const word = search.value.toLowerCase();
  const shown = cards.filter(({ one, text }) => text.includes(word) && (!onlyFailed.checked || one.outcome === 'failed'));
  list.replaceChildren(...shown.map(({ node }) => node));
  if (shown.length === 0) list.append(el('p', { className: 'dim' }, 'No case fits.'));
}
search.addEventListener('input', draw); onlyFailed.addEventListener('change', draw); draw();
if (data.slo) root.append(el('h2', {}, 'Objectives'), el('table', {}, data.slo.map((v) => el('tr', {}, el('td', { className: v.outcome === 'broken' ? 'bad' : v.outcome === 'met' ? 'good' : 'dim' }, v.outcome), el('td', {}, v.scope), el('td', {}, v.measure), el('td', {}, v.measured === undefined ? '—' : v.unit === 'ms' ? ms(v.measured) : (v.measured * 100).toFixed(2) + ' %'), el('td', { className: 'dim' }, 'promised ' + (v.unit === 'ms' ? ms(v.limit) : (v.limit * 100).toFixed(2) + ' %'))))));
if (data.coverage) root.append(el('h2', {}, 'Contract: ' + data.coverage.called + ' of ' + data.coverage.total + ' operations, ' + data.coverage.statusesSeen + ' of ' + data.coverage.statusesDeclared + ' declared statuses'),
  el('table', {}, data.coverage.operations.map((o) => el('tr', {}, el('td', { className: o.calls ? '' : 'bad' }, o.route), el('td', {}, o.statuses.map((s) => el('span', { className: s.seen ? (s.declared ? 'good' : 'warn') : 'dim' }, s.status + ' ×' + s.seen + '  '))), el('td', { className: 'ms' }, String(o.calls))))));
`;
