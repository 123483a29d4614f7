import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { closeServer, listen, urlHost } from '../kernel/listen.js';
import type { Service, ServiceHealth } from '../kernel/service.js';
import type { ControlView } from './view.js';

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * The control API on a loopback port of its own, and as a listener for the gateway to hand `/_arcube/*` to. Express
 * and the routes are loaded with the first request: nobody waits for them at start-up.
 */
export class Control implements Service {
  readonly name = 'control';
  readonly needs = [] as const;
  readonly #view: ControlView;
  readonly #port: number;
  #app: Promise<Listener> | undefined;
  #server: Server | undefined;
  #url = '';
  #status: ServiceHealth['status'] = 'stopped';

  constructor(view: ControlView, port: number) {
    this.#view = view;
    this.#port = port;
  }

  /** Base URL; meaningful once started. */
  get url(): string {
    return this.#url;
  }

  /** Answers one request, wherever it came in. */
  readonly listener: Listener = (request, response) => {
    this.#app ??= import('./app.js').then(({ createControlApp }) => createControlApp(this.#view));
    this.#app.then((app) => app(request, response)).catch(() => response.destroy());
  };

  async start(): Promise<void> {
    this.#status = 'starting';
    const server = createServer(this.listener);
    this.#server = server;
    const host = '127.0.0.1'; // whatever the API listens on: who reaches this may move the clock and drop the data
    const port = await listen(server, { host, port: this.#port });
    this.#url = `http://${urlHost(host)}:${port}`;
    this.#status = 'ok';
  }

  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    this.#status = 'stopped';
    await closeServer(server);
  }

  health(): ServiceHealth {
    return { status: this.#status, details: { url: this.#url } };
  }
}
