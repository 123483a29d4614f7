import type { Finisher } from '../chain.js';
import { functionsFor } from '../edge/compile.js';
import { runViewerResponse } from '../edge/viewer-response.js';

/** The headers of CloudFront on edge-optimised endpoints, then the CloudFront functions on viewer responses (§3.2). */
export const edgeResponse: Finisher = {
  name: 'edge-response',
  finish(exchange) {
    const { answer, stage } = exchange;
    if (answer === undefined || stage === undefined) return;
    if (stage.edge)
      answer.headers.push(
        'X-Cache',
        answer.status >= 400 ? 'Error from cloudfront' : 'Miss from cloudfront',
        'Via',
        '1.1 a1b2c3d4e5f60718293a4b5c6d7e8f90.cloudfront.net (CloudFront)',
        'X-Amz-Cf-Pop',
        'LCL50-P1',
        'X-Amz-Cf-Id',
        exchange.edgeRequestId ?? '',
      );
    if (stage.viewerResponse !== undefined && exchange.addressing === 'domain')
      runViewerResponse(exchange, answer, functionsFor(stage.viewerResponse, exchange.rawPath));
  },
};
