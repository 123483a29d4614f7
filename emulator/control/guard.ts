import type { RequestHandler } from 'express';
import { ControlError } from './control-error.js';

const LOOPBACK_ADDRESS = /^(127\.|::1$|::ffff:127\.)/;
const LOOPBACK_NAME = /^(localhost|127(\.\d{1,3}){3}|\[::1\]|[\w-]+\.localhost)(:\d{1,5})?$/i;

/**
 * Keeps web pages and other machines out. A page of a foreign site can send requests to localhost, but not without
 * its `Origin`; by DNS rebinding it can make them same-origin, but not without its own name in `Host`.
 */
export const guard: RequestHandler = (request, _response, next) => {
  if (!LOOPBACK_ADDRESS.test(request.socket.remoteAddress ?? ''))
    throw new ControlError(403, 'FOREIGN_ADDRESS', 'The control API answers this machine only.');
  const host = request.headers.host ?? '';
  if (!LOOPBACK_NAME.test(host))
    throw new ControlError(
      403,
      'FOREIGN_HOST',
      'The control API answers to localhost, 127.0.0.1 and [::1] only.',
    );
  const { origin } = request.headers;
  if (origin !== undefined && origin !== `http://${host}`)
    throw new ControlError(
      403,
      'FOREIGN_ORIGIN',
      'The control API does not answer web pages of other origins.',
    );
  next();
};
