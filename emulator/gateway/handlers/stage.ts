import type { Answer } from '../answer.js';
import type { Handler } from '../chain.js';
import type { Exchange } from '../exchange.js';
import { collapseLeadingSlashes } from '../http/target.js';
import type { Tables } from '../tables/plans.js';

/** Characters of a URL on an edge-optimised endpoint (§2.5). */
const LONGEST_EDGE_URL = 8192;
/** Under this prefix each stage has its own address: `/_aws/execute-api/{apiId}/{stage}/…`. */
const PREFIX = '/_aws/execute-api/';

/**
 * Finds the stage: by an `{apiId}.execute-api.…` Host or the prefix (then the first segment is the stage), else the root
 * serves the stack's first API as a custom domain with an empty base path would.
 */
export const stage: Handler = {
  name: 'stage',
  handle(exchange, { tables, ids }) {
    const host = exchange.headers.get('host') ?? '';
    const label = host.indexOf('.execute-api.');
    if (label > 0) byAddress(exchange, tables, host.slice(0, label), exchange.rawPath);
    else if (exchange.rawPath.startsWith(PREFIX)) byPrefix(exchange, tables);
    else byRoot(exchange, tables);
    if (exchange.stage === undefined) return forbidden(exchange);
    if (!exchange.stage.edge) return undefined;
    exchange.edgeRequestId = ids.edgeRequestId();
    if ((exchange.req.url ?? '').length <= LONGEST_EDGE_URL) return undefined;
    return { ...forbidden(exchange), status: 414, body: 'Request-URI Too Long', bare: true };
  },
};

function byRoot(exchange: Exchange, tables: Tables): void {
  exchange.stage = tables.root;
  exchange.path = collapseLeadingSlashes(exchange.rawPath);
  exchange.contextPath = exchange.path;
}

function byPrefix(exchange: Exchange, tables: Tables): void {
  const rest = exchange.rawPath.slice(PREFIX.length);
  const slash = rest.indexOf('/');
  if (slash > 0) byAddress(exchange, tables, rest.slice(0, slash), rest.slice(slash));
}

function byAddress(exchange: Exchange, tables: Tables, apiId: string, path: string): void {
  const whole = collapseLeadingSlashes(path);
  const slash = whole.indexOf('/', 1);
  const name = slash < 0 ? whole.slice(1) : whole.slice(1, slash);
  const rest = slash < 0 ? '/' : whole.slice(slash);
  exchange.stage = tables.stages.get(`${apiId}/${name}`);
  exchange.addressing = 'execute-api';
  exchange.path = collapseLeadingSlashes(rest);
  exchange.contextPath = whole;
}

function forbidden({ rawPath }: Exchange): Answer {
  return {
    status: 403,
    headers: ['Content-Type', 'application/json', 'x-amzn-ErrorType', 'ForbiddenException'],
    body: '{"message":"Forbidden"}',
    reason: `no stage is served at ${rawPath}`,
  };
}
