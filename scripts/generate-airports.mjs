// Writes the airports the platform's functions know into one compact module, and what vendors' sandboxes need of the
// same airports into another: neither may import the other's. Source: airport-data-js
// (https://github.com/aashishvanand/airport-data-js, CC BY 4.0). Run it after that package has been updated.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const { getAirportByContinent } = require('airport-data-js');
const sandboxTarget = new URL('../emulator/vendors/data/airports.ts', import.meta.url);
const target = new URL('../templates/ancillary/functions/shared/data/airports.ts', import.meta.url);

/** `KKM` stands with a blank inside its zone in 3.1.0; a zone that Intl does not know would break the functions. */
function zoneOf(airport) {
  const zone = airport.time.replaceAll(' ', '');
  new Intl.DateTimeFormat('en', { timeZone: zone });
  return zone;
}

/** Stands in 3.1.0 for Indianapolis Regional (MQJ), but is what people write for no airport. */
const PLACEHOLDER = 'QQQ';

const SIZES = { large_airport: 'L', medium_airport: 'M' };
const byCode = new Map();
for (const continent of ['AF', 'AN', 'AS', 'EU', 'NA', 'OC', 'SA'])
  for (const airport of await getAirportByContinent(continent))
    if (/^[A-Z]{3}$/.test(airport.iata) && airport.iata !== PLACEHOLDER) byCode.set(airport.iata, airport);

const zones = [...new Set([...byCode.values()].map(zoneOf))].sort();
const kindOf = (airport) =>
  `${SIZES[airport.type] ?? 'S'}${String(airport.scheduled_service).toUpperCase() === 'TRUE' ? 1 : 0}`;
const lines = [...byCode.keys()].sort().map((code) => {
  const airport = byCode.get(code);
  const place = [airport.latitude, airport.longitude].map((degrees) => Number(Number(degrees).toFixed(3)));
  const name = airport.airport.trim().replaceAll(/\s+/g, ' ');
  return [code, airport.country_code, ...place, zones.indexOf(zoneOf(airport)), kindOf(airport), name].join(
    '|',
  );
});

const text = `// Made by scripts/generate-airports.mjs from airport-data-js (https://github.com/aashishvanand/airport-data-js),
// licensed CC BY 4.0; cut down to code, country, position, time zone, size, scheduled service and name. Not for editing.

/** IANA time zones, one a line, by the number the airports give. */
export const ZONES = \`
${zones.join('\n')}
\`;

/** A line per airport in order of its code: IATA|country|latitude|longitude|zone|size and scheduled service|name. */
export const AIRPORTS = \`
${lines.join('\n')}
\`;
`;
const groups = new Map();
for (const code of [...byCode.keys()].sort()) {
  const airport = byCode.get(code);
  const group = `${airport.country_code} ${kindOf(airport)}`;
  groups.set(group, (groups.get(group) ?? '') + code);
}
const sandboxText = `// Made by scripts/generate-airports.mjs from airport-data-js (https://github.com/aashishvanand/airport-data-js),
// licensed CC BY 4.0; cut down to country, size, scheduled service and code. Not for editing.

/** A line per country and kind: country, size and scheduled service, IATA codes without a gap. */
export const AIRPORTS = \`
${[...groups.keys()]
  .sort()
  .map((group) => `${group} ${groups.get(group)}`)
  .join('\n')}
\`;
`;

if (process.argv.includes('--print')) process.stdout.write(text);
else {
  writeFileSync(target, text);
  writeFileSync(sandboxTarget, sandboxText);
  console.log(`${lines.length} airports in ${fileURLToPath(target)}`);
}
