/**
 * The e-mail as a Mustache template. Tables and inline styles, since mail programs know little else; one column of at most
 * 600 px that shrinks with the screen; `dir` and `start` turn it round for languages written from the right.
 */
export const HTML_TEMPLATE = `<!doctype html>
<html lang="{{lang}}" dir="{{dir}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title>{{subject}}</title>
</head>
<body style="margin:0;padding:0;background:{{brand.background}};font-family:{{{brand.font}}};color:{{brand.text}};">
<div style="display:none;max-height:0;overflow:hidden;">{{intro}}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:{{brand.background}};"><tr><td align="center" style="padding:24px 12px;">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:600px;background:#ffffff;border-radius:8px;overflow:hidden;">
<tr><td style="background:{{brand.primary}};color:{{brand.onPrimary}};padding:20px 28px;font-size:20px;font-weight:bold;text-align:{{start}};">
{{#brand.logo}}<img src="{{brand.logo}}" alt="{{brand.name}}" height="32" style="display:block;border:0;height:32px;">{{/brand.logo}}{{^brand.logo}}{{brand.name}}{{/brand.logo}}
</td></tr>
<tr><td style="padding:28px;text-align:{{start}};">
<h1 style="margin:0 0 12px;font-size:24px;line-height:1.3;">{{heading}}</h1>
<p style="margin:0 0 8px;line-height:1.5;">{{greeting}}</p>
<p style="margin:0 0 20px;line-height:1.5;">{{intro}}</p>
{{#hasOrdered}}
<h2 style="margin:0 0 8px;font-size:17px;">{{words.ordered}}</h2>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="margin:0 0 20px;">
{{#ordered}}<tr>
<td style="padding:10px 0;border-bottom:1px solid #e3e7eb;text-align:{{start}};"><strong>{{name}}</strong>{{#reference}}<br><span style="color:#5a6673;font-size:14px;">{{words.reference}}: <span dir="ltr" style="font-family:Consolas,Menlo,monospace;">{{reference}}</span></span>{{/reference}}</td>
<td style="padding:10px 0;border-bottom:1px solid #e3e7eb;white-space:nowrap;text-align:{{end}};">{{price}}</td>
</tr>{{/ordered}}
<tr><td style="padding:10px 0;font-weight:bold;text-align:{{start}};">{{words.total}}</td><td style="padding:10px 0;font-weight:bold;white-space:nowrap;text-align:{{end}};">{{total}}</td></tr>
</table>
{{/hasOrdered}}
{{#hasOffers}}
<h2 style="margin:0 0 8px;font-size:17px;">{{words.offers}}</h2>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="margin:0 0 20px;">
{{#offers}}<tr>
<td style="padding:12px 0;border-bottom:1px solid #e3e7eb;text-align:{{start}};"><a href="{{url}}" style="color:{{brand.link}};font-weight:bold;text-decoration:none;">{{name}}</a><br><span style="color:#5a6673;font-size:14px;line-height:1.4;">{{description}}</span></td>
<td style="padding:12px 0;border-bottom:1px solid #e3e7eb;white-space:nowrap;font-weight:bold;text-align:{{end}};">{{price}}</td>
</tr>{{/offers}}
</table>
<table role="presentation" cellpadding="0" cellspacing="0"><tr><td style="background:{{brand.primary}};border-radius:6px;"><a href="{{url}}" style="display:inline-block;padding:12px 24px;color:{{brand.onPrimary}};text-decoration:none;font-weight:bold;">{{words.open}}</a></td></tr></table>
{{/hasOffers}}
</td></tr>
<tr><td style="padding:16px 28px;background:#f3f5f7;color:#5a6673;font-size:12px;line-height:1.5;text-align:{{start}};">{{footer}}</td></tr>
</table>
</td></tr></table>
</body>
</html>
`;

/** The same as plain text. */
export const TEXT_TEMPLATE = `{{heading}}

{{greeting}}

{{intro}}
{{#hasOrdered}}

{{words.ordered}}
{{#ordered}}
- {{name}}: {{price}}{{#reference}} ({{words.reference}}: {{reference}}){{/reference}}
{{/ordered}}
{{words.total}}: {{total}}
{{/hasOrdered}}
{{#hasOffers}}

{{words.offers}}
{{#offers}}
- {{name}}: {{price}}
  {{description}}
{{/offers}}

{{words.open}}: {{url}}
{{/hasOffers}}

{{footer}}
`;
