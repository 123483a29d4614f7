import { Router } from 'express';
import type { MailRecord } from '../../kernel/mail.js';
import { ControlError } from '../control-error.js';
import type { ControlView } from '../view.js';

/** A message is a stranger's page: it runs nothing, and talks to nobody but for its pictures and style sheets. */
const MESSAGE_POLICY =
  "default-src 'none'; img-src http: https: data:; style-src 'unsafe-inline' https:; font-src https: data:; sandbox allow-popups allow-popups-to-escape-sandbox";

/**
 * `GET /outbox`: caught messages, newest first (`?to=`, `?tag.NAME=` narrow it); `GET /outbox/:id` one of them whole, as a
 * page with `.html`, as plain text with `.txt`; `DELETE /outbox` empties it.
 */
export function outboxRoutes({ outbox }: ControlView): Router {
  const router = Router();
  router.get('/outbox', (request, response) => {
    const wanted = Object.entries(request.query).map(([name, value]) => [name, String(value)] as const);
    const fits = (mail: MailRecord): boolean =>
      wanted.every(([name, value]) =>
        name === 'to' ? mail.to.includes(value) : mail.tags[name.replace(/^tag\./, '')] === value,
      );
    response.json({ messages: outbox.list().filter(fits).map(summary) });
  });
  router.get('/outbox/:id', (request, response) => {
    const [, id = '', form] = /^(.+?)(?:\.(html|txt))?$/.exec(String(request.params.id)) ?? [];
    const mail = outbox.find(id);
    if (!mail) throw new ControlError(404, 'UNKNOWN_MESSAGE', 'No message with this id is in the outbox.');
    if (form === 'txt') response.type('text/plain').send(mail.text ?? '');
    else if (form === 'html')
      response
        .set('content-security-policy', MESSAGE_POLICY)
        .type('html')
        .send(mail.html ?? '');
    else response.json(mail);
  });
  router.delete('/outbox', (_request, response) => {
    outbox.clear();
    response.json({ messages: [] });
  });
  return router;
}

function summary({ id, time, from, to, subject, tags }: MailRecord): object {
  return {
    id,
    time: new Date(time).toISOString(),
    from,
    to,
    subject,
    tags,
    html: `/_arcube/outbox/${id}.html`,
  };
}
