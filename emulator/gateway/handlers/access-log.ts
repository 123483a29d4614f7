import type { Finisher } from '../chain.js';

/** The stage's access log: one line for each request, in the stage's own format (§10.6). */
export const accessLog: Finisher = {
  name: 'access-log',
  finish(exchange, { events }) {
    const format = exchange.stage?.accessLog;
    if (format === undefined || exchange.answer?.bare === true) return;
    events.emit('accessLog', {
      requestId: exchange.requestId,
      time: exchange.startedAt,
      destinationArn: format.destinationArn,
      text: format.line(exchange),
    });
  },
};
