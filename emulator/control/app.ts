import express, { type Express } from 'express';
import { answerError, ControlError } from './control-error.js';
import { guard } from './guard.js';
import { clockRoutes } from './routes/clock.js';
import { docsRoutes } from './routes/docs.js';
import { eventRoutes } from './routes/events.js';
import { faultRoutes } from './routes/faults.js';
import { outboxRoutes } from './routes/outbox.js';
import { privacyRoutes } from './routes/privacy.js';
import { stateRoutes } from './routes/state.js';
import { storyRoutes } from './routes/stories.js';
import type { ControlView } from './view.js';

/** The control API: what other terminals, tests and the console do with a running emulator. */
export function createControlApp(view: ControlView): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.use('/_arcube', guard, express.json({ limit: '1mb' }));
  app.use(
    '/_arcube',
    stateRoutes(view),
    clockRoutes(view),
    storyRoutes(view),
    eventRoutes(view),
    faultRoutes(view),
    outboxRoutes(view),
    privacyRoutes(view),
  );
  app.use(docsRoutes(view));
  app.use((request) => {
    throw new ControlError(404, 'NOT_FOUND', `The control API has no ${request.method} ${request.path}.`);
  });
  app.use(answerError);
  return app;
}
