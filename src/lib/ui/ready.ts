import pc from 'picocolors';
import { columns } from './table.js';

/** What `arcube dev` shows once it is ready. Secrets are revealed: they are worth something on this emulator alone. */
export interface ReadyFacts {
  urls: { api: string; mongo: string; mongoByRegion: Record<string, string>; aws: string; control: string };
  credentials: {
    tenant: string;
    region: string;
    clientId: string;
    clientSecret: string;
    edgeSecret: string;
  }[];
  /** Milliseconds from the start of the process. */
  tookMs: number;
  version: string;
}

/** The screen of a ready emulator: addresses, credentials, and a journey to paste. */
export function renderReady(facts: ReadyFacts): string {
  const parts = [
    `${pc.bold(pc.green('arcube'))} ${pc.dim(facts.version)}  ready in ${Math.round(facts.tookMs)} ms`,
    columns(addressRows(facts), 2, '  '),
  ];
  const [first] = facts.credentials;
  if (first) parts.push(credentialTable(facts), journey(facts.urls.api, first));
  parts.push(
    pc.dim('Ctrl-C stops it. One line per request follows; `arcube explain <request-id>` tells more.'),
  );
  return `${parts.join('\n\n')}\n`;
}

function addressRows({ urls }: ReadyFacts): string[][] {
  const rows = [
    ['API', pc.cyan(urls.api)],
    ['API reference', pc.cyan(`${urls.api}/docs`)],
  ];
  for (const [region, uri] of Object.entries(urls.mongoByRegion))
    rows.push([`MongoDB ${region}`, pc.cyan(uri)]);
  if (Object.keys(urls.mongoByRegion).length === 0) rows.push(['MongoDB', pc.cyan(urls.mongo)]);
  rows.push(['AWS endpoint', `${pc.cyan(urls.aws)}  ${pc.dim('access key test, secret test')}`]);
  rows.push(['Control', pc.cyan(urls.control)]);
  return rows.map(([name = '', ...rest]) => [pc.bold(name), ...rest]);
}

function credentialTable({ credentials }: ReadyFacts): string {
  const head = ['Tenant', 'Region', 'Client id', 'Client secret', 'Edge secret'].map((title) =>
    pc.bold(title),
  );
  const rows = credentials.map((one) => [
    one.tenant,
    one.region,
    one.clientId,
    one.clientSecret,
    one.edgeSecret,
  ]);
  return columns([head, ...rows], 2, '  ');
}

/** One passenger journey as a shell script: token, trip and offers, verify, confirm. Node reads the JSON. */
function journey(api: string, { clientId, clientSecret }: ReadyFacts['credentials'][number]): string {
  const item =
    '{ id: o.id, categoryCode: o.category, unitPrice: o.price, quantity: 1, totalPrice: o.price, currency: o.metadata.currency }';
  const ancillary =
    '{ vendor: o.metadata.provider, id: o.id, price: { amount: o.price, currency: o.metadata.currency } }';
  return `${pc.bold('  A journey to paste')}

API=${api}
json() { node -pe "const d = JSON.parse(require('fs').readFileSync(0)), [o] = d.result ?? []; $1"; }
TOKEN=$(curl -s $API/oauth/token -d grant_type=client_credentials -d client_id=${clientId} -d client_secret=${clientSecret} | json d.access_token)
post() { curl -s $API/$1 -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' -d "$2"; echo; }
OFFERS=$(post aggregation-api/servePassengerRecommendations '${trip()}')
echo "$OFFERS" | json 'd.result.map((offer) => offer.price.toFixed(2).padStart(8) + "  " + offer.name).join("\\n")'
post checkout/verify "$(echo "$OFFERS" | json 'JSON.stringify({ correlationId: d.correlationId, items: [${item}] })')"
post order-api/confirmOrder "$(echo "$OFFERS" | json 'JSON.stringify({ sessionId: d.correlationId, selectedAncillaries: [${ancillary}] })')"`;
}

/** Athens – Frankfurt – New York and back, two passengers, next month: dates in the past are refused. */
function trip(): string {
  const day = (offset: number, time: string) =>
    `${new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10)}T${time}:00Z`;
  const leg = (id: string, flight: string, from: string, to: string, leaves: string, lands: string) => ({
    segmentId: id,
    flightNumber: flight,
    departure: from,
    arrival: to,
    departureTime: leaves,
    arrivalTime: lands,
    operatingCarrier: flight.slice(0, 2),
  });
  return JSON.stringify({
    pnr: 'ARC123',
    pointOfSale: 'AIRLINE_WEBSITE',
    passengers: [{ id: 'P1', type: 'ADT', firstName: 'Maria', lastName: 'Papadaki', isLead: true }],
    segments: [
      leg('S1', 'LH1279', 'ATH', 'FRA', day(30, '06:00'), day(30, '09:05')),
      leg('S2', 'LH400', 'FRA', 'JFK', day(30, '11:00'), day(30, '19:40')),
      leg('S3', 'LH401', 'JFK', 'FRA', day(37, '21:00'), day(38, '04:30')),
      leg('S4', 'LH1284', 'FRA', 'ATH', day(38, '08:00'), day(38, '10:50')),
    ],
  });
}
