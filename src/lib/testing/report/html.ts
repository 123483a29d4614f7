import { SCRIPT, STYLE } from './html-assets.js';
import type { RunReport } from './report.js';

/** The run as one HTML file that needs nothing else: data, style and script are inside, and nothing is fetched. */
export function htmlReport(report: RunReport): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<title>arcube test: ${escaped(report.verdict)}</title>
<style>${STYLE}</style>
</head>
<body>
<main id="report"><noscript>This report is drawn by a script inside the file.</noscript></main>
<script type="application/json" id="data">${inScript(JSON.stringify(report))}</script>
<script>${SCRIPT}</script>
</body>
</html>
`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** JSON that no `</script>` or `<!--` inside a body can end. */
function inScript(json: string): string {
  return json.replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}
