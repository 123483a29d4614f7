import type { Answer } from '../answer.js';
import type { Handler } from '../chain.js';
import { functionsFor } from '../edge/compile.js';
import { runViewerRequest } from '../edge/viewer-request.js';

/** CloudFront functions on viewer requests: they may rewrite the request or answer it. */
export const edgeRequest: Handler = {
  name: 'edge-request',
  handle(exchange): Answer | undefined {
    const functions = exchange.stage?.viewerRequest;
    if (functions === undefined || exchange.addressing !== 'domain') return undefined;
    return runViewerRequest(exchange, functionsFor(functions, exchange.rawPath));
  },
};
