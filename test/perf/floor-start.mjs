// The floor of starting: one process of bare node and express that loads the tenants, signs a token with jsonwebtoken
// and answers an authorised call. Prints the line that `arcube dev --json` begins with.
import { generateKeyPairSync } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import express from 'express';
import jwt from 'jsonwebtoken';
import { parse } from 'yaml';

const folder = join(process.argv[2], 'tenants');
const tenants = new Map(
  readdirSync(folder)
    .map((name) => parse(readFileSync(join(folder, name), 'utf8')))
    .map((tenant) => [tenant.id, tenant]),
);
const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const app = express();
app.use(express.json());
app.post('/oauth/token', (request, response) => {
  const { client_id: clientId } = request.body;
  const tenant = [...tenants.values()].find(({ clients }) => clients.some(({ id }) => id === clientId));
  const access_token = jwt.sign({ tenant: tenant.id }, privateKey, { algorithm: 'ES256', expiresIn: 3600 });
  response.json({ access_token, token_type: 'Bearer', expires_in: 3600 });
});
app.get('/health', (request, response) => {
  const token = request.headers.authorization?.slice('Bearer '.length) ?? '';
  const { tenant } = jwt.verify(token, publicKey, { algorithms: ['ES256'] });
  response.json({ status: tenants.has(tenant) ? 'ok' : 'unknown' });
});
const server = app.listen(0, '127.0.0.1', () => {
  const api = `http://127.0.0.1:${server.address().port}`;
  const [tenant] = tenants.values();
  const credentials = [{ tenant: tenant.id, clientId: tenant.clients[0].id, clientSecret: 'any' }];
  console.log(JSON.stringify({ event: 'ready', urls: { api }, credentials }));
});
process.on('SIGTERM', () => process.exit(0));
