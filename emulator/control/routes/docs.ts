import { join } from 'node:path';
import { type Request, Router } from 'express';
import { packageRoot } from '../../../src/core/package-root.js';
import { ControlError } from '../control-error.js';
import { publicDescription } from '../docs/description.js';
import { PAGE, PAGE_POLICY, PAGE_STYLE } from '../docs/page.js';
import type { ControlView } from '../view.js';

/** Where the build puts the renderer's one file. */
const EXPLORER = 'dist/docs/openapi-explorer.min.js';

/** `GET /docs`: the API reference, from the stack's own OpenAPI document, self-contained. */
export function docsRoutes(view: ControlView): Router {
  const router = Router();
  router.get('/docs', (request, response) => {
    const api = view.urls()?.api;
    // Calls are tried out on the API: only from its own origin does a browser let every one of them pass.
    if (api && !isApi(request, api)) return response.redirect(302, `${api}/docs`);
    return response.set({ 'content-security-policy': PAGE_POLICY, 'cache-control': 'no-store' }).send(PAGE);
  });
  router.get('/docs/openapi.json', (request, response) => {
    const document = view.apiDescription();
    if (!document)
      throw new ControlError(404, 'NO_DESCRIPTION', 'The stack has no REST API with an OpenAPI body.');
    const api = view.urls()?.api ?? '';
    const server = isApi(request, api) ? `http://${request.headers.host}` : api;
    response.set('cache-control', 'no-store').json(publicDescription(document, server));
  });
  router.get('/docs/page.css', (_request, response) => {
    response.type('css').send(PAGE_STYLE);
  });
  router.get('/docs/explorer.js', (_request, response) => {
    response.set('cache-control', 'max-age=3600').sendFile(join(packageRoot(), EXPLORER));
  });
  return router;
}

/** True when the request came to the API's port, under whatever name of this machine. */
function isApi({ headers }: Request, api: string): boolean {
  const port = URL.canParse(api) ? new URL(api).port : '';
  return (headers.host ?? '').split(':').at(-1) === port;
}
