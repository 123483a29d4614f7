/** Everything comes from this server: the page works offline, and nothing of it can call out. */
export const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The page of the API reference; its script and the description are files beside it. */
export const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>API reference</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/docs/page.css">
<script type="module" src="/docs/explorer.js"></script>
</head>
<body>
<openapi-explorer spec-url="/docs/openapi.json" primary-color="#0b4f8a" secondary-color="#0b4f8a"
  nav-bg-color="#f3f6f9" nav-text-color="#1d2733" nav-hover-bg-color="#e2eaf2" nav-hover-text-color="#0b4f8a"
  nav-accent-color="#0b4f8a" bg-color="#ffffff" text-color="#1d2733"
  nav-item-spacing="compact" default-schema-tab="body" schema-expand-level="2" hide-server-selection="true"></openapi-explorer>
<noscript><p>The reference needs JavaScript. The description itself is at <a href="/docs/openapi.json">/docs/openapi.json</a>.</p></noscript>
</body>
</html>
`;

export const PAGE_STYLE = `html, body { margin: 0; min-height: 100%; background: #fff; }
openapi-explorer {
  --font-regular: system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;
  --font-mono: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;
}
`;
