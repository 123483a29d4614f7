import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Clock } from '../../src/core/clock.js';
import type { Diagnostic } from '../../src/core/diagnostics.js';
import { userError } from '../../src/core/errors.js';
import type { Ids } from '../../src/core/ids.js';
import type { ApiKey, StackModel, UsagePlan } from '../../src/core/stack/model.js';
import type { AccessKeyBook } from '../kernel/access-keys.js';
import type { Authorizers } from '../kernel/authorizer.js';
import type { EventBus } from '../kernel/events.js';
import type { GatewayControl, StageOverride } from '../kernel/gateway-control.js';
import type { LambdaInvoker } from '../kernel/lambda.js';
import { listen, urlHost } from '../kernel/listen.js';
import type { Service, ServiceHealth } from '../kernel/service.js';
import { ResponseCache } from './cache/response-cache.js';
import type { GatewayCore } from './core.js';
import { Exchange } from './exchange.js';
import { type Explanation, RequestHistory } from './history.js';
import { RequestHeaders } from './http/request-headers.js';
import { HttpBackend } from './integrations/http-backend.js';
import { createListener } from './listener.js';
import { RequestIds } from './request-ids.js';
import { runChain } from './run-chain.js';
import { withOverrides } from './stage-overrides.js';
import { compileTables } from './tables/compile.js';
import type { Tables } from './tables/plans.js';
import { TrafficState } from './traffic/state.js';
import { ACCOUNT_LIMIT, type Limit } from './traffic/token-bucket.js';
import { UsagePlans } from './traffic/usage-plans.js';

export interface GatewayOptions {
  stack: StackModel;
  lambda: LambdaInvoker;
  authorizers: Authorizers;
  clock: Clock;
  ids: Ids;
  events: EventBus;
  host: string;
  /** 0 takes a free one; a taken one moves to the next free one unless `strictPort`. */
  port: number;
  strictPort?: boolean;
  /** Whose signatures are taken; nobody's when left out. */
  accessKeys?: AccessKeyBook;
  /** The account's throttle; 10,000 a second with a burst of 5,000 by default, as AWS grants it at first. */
  accountLimit?: Limit | undefined;
  /** Answers what is not the API's: `/_arcube/*` and `/docs*`. */
  control?: (req: IncomingMessage, res: ServerResponse) => void;
  /** Told of bugs; the console's error stream by default. */
  report?: (text: string) => void;
}

/** API Gateway: the REST APIs of a stack behind one port. */
export interface GatewayService extends Service, GatewayControl {
  /** Base URL, without a slash at the end. Valid once started. */
  readonly url: string;
  readonly port: number;
  /** The port that was asked for, when it was taken and another is used. */
  readonly movedFrom: number | undefined;
  /**
   * Serves another stack from the next request on; connections stay, and running requests end as they began. One that cannot
   * be served changes nothing. Tells the faults and remarks.
   */
  replaceStack(stack: StackModel): readonly Diagnostic[];
  /** Forgets cached authorizer results and answers; tells how many there were. */
  flush(): number;
  /** Forgets the requests that `explain` knows. */
  forgetRequests(): void;
  /** Starts throttles, quotas and the rate-based rules of web ACLs anew. */
  resetTraffic(): void;
  /** Why a request was answered as it was, by any id its answer carried; undefined when it is not known (any more). */
  explain(id: string): Explanation | undefined;
}

/** How long running requests may take to end when the gateway stops, in ms. */
const GRACE = 2_000;

/** Makes the service. @throws UserError STACK_INVALID when the stack cannot be served. */
export function createGateway(options: GatewayOptions): GatewayService {
  return new Gateway(options);
}

class Gateway implements GatewayService {
  readonly name = 'gateway';
  readonly needs = ['lambda'];
  readonly #options: GatewayOptions;
  readonly #backend = new HttpBackend();
  readonly #core: GatewayCore;
  readonly #overrides = new Map<string, StageOverride>();
  #stack: StackModel;
  #usagePlans: UsagePlans | undefined;
  #server: Server | undefined;
  #starting: Promise<void> | undefined;
  #port = 0;
  #status: ServiceHealth['status'] = 'stopped';
  #served = 0;
  #stopping = false;

  constructor(options: GatewayOptions) {
    this.#options = options;
    this.#stack = options.stack;
    const { tables, faults } = this.#compile(options.stack);
    const errors = faults.filter(isError);
    if (errors.length > 0)
      throw userError('STACK_INVALID', { file: options.stack.file, diagnostics: errors });
    for (const remark of faults) options.events.emit('diagnostic', remark);
    this.#core = {
      tables,
      clock: options.clock,
      ids: new RequestIds(options.ids),
      events: options.events,
      authorizers: options.authorizers,
      accessKeys: options.accessKeys,
      traffic: new TrafficState(),
      responseCache: new ResponseCache(),
      accountLimit: options.accountLimit ?? ACCOUNT_LIMIT,
      history: new RequestHistory(),
      report: options.report ?? ((text) => console.error(text)),
    };
  }

  get url(): string {
    return `http://${urlHost(this.#options.host)}:${this.#port}`;
  }

  get port(): number {
    return this.#port;
  }

  get movedFrom(): number | undefined {
    const wanted = this.#options.port;
    return wanted === 0 || this.#port === 0 || wanted === this.#port ? undefined : wanted;
  }

  start(signal: AbortSignal): Promise<void> {
    this.#starting ??= this.#listen(signal).finally(() => {
      this.#starting = undefined;
    });
    return this.#starting;
  }

  async #listen(signal: AbortSignal): Promise<void> {
    if (this.#server !== undefined) return;
    signal.throwIfAborted();
    this.#stopping = false;
    this.#status = 'starting';
    const server = createListener((req, res) => this.#take(req, res));
    try {
      this.#port = await listen(server, this.#options);
      signal.throwIfAborted();
      if (this.#stopping) throw new Error('the gateway was stopped while it started');
      this.#server = server;
      this.#status = 'ok';
    } catch (error) {
      this.#status = this.#stopping ? 'stopped' : 'failed';
      server.close();
      throw error;
    }
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    // A server that is closed while it begins to listen says nothing any more: let it come up first.
    await this.#starting?.catch(() => undefined);
    const server = this.#server;
    this.#server = undefined;
    if (server !== undefined) await closeServer(server);
    await this.#backend.stop();
    if (this.#status !== 'failed') this.#status = 'stopped';
  }

  health(): ServiceHealth {
    if (this.#status !== 'ok') return { status: this.#status };
    const moved = this.movedFrom;
    return {
      status: 'ok',
      details: { url: this.url, requests: this.#served, ...(moved !== undefined && { movedFrom: moved }) },
    };
  }

  replaceStack(stack: StackModel): readonly Diagnostic[] {
    const { tables, faults } = this.#compile(stack);
    const errors = faults.filter(isError);
    if (errors.length > 0) return errors;
    this.#stack = stack;
    this.#core.tables = tables;
    this.flush();
    return faults;
  }

  stack(): StackModel {
    return this.#core.tables.stack;
  }

  setUsagePlans(plans: { apiKeys: readonly ApiKey[]; usagePlans: readonly UsagePlan[] }): void {
    this.#usagePlans = new UsagePlans(plans);
    this.#core.tables = { ...this.#core.tables, usagePlans: this.#usagePlans };
  }

  overrideStage(apiId: string, stage: string, settings: StageOverride): void {
    const name = `${apiId}/${stage}`;
    const before = this.#overrides.get(name);
    this.#overrides.set(name, settings);
    const [fault] = this.replaceStack(this.#stack).filter(isError);
    if (!fault) return;
    if (before) this.#overrides.set(name, before);
    else this.#overrides.delete(name);
    throw new Error(fault.message);
  }

  usage(planId: string, keyId: string): ReadonlyMap<string, number> {
    return this.#core.traffic.usage.of(planId, keyId);
  }

  flushAuthorizers(): number {
    return this.#core.authorizers.flush();
  }

  flushCache(): number {
    return this.#core.responseCache.clear();
  }

  flush(): number {
    return this.#core.authorizers.flush() + this.#core.responseCache.clear();
  }

  forgetRequests(): void {
    this.#core.history.clear();
  }

  resetTraffic(): void {
    this.#core.traffic.clear();
    // rate-based rules of web ACLs count in what was compiled of them
    this.#core.tables = this.#compile(this.#core.tables.stack).tables;
  }

  explain(id: string): Explanation | undefined {
    return this.#core.history.explain(id);
  }

  /** Compiles a stack; what is wrong with it comes beside the tables. */
  #compile(stack: StackModel): { tables: Tables; faults: readonly Diagnostic[] } {
    const { lambda, clock } = this.#options;
    const faults: Diagnostic[] = [];
    const fault = (diagnostic: Diagnostic) => void faults.push(diagnostic);
    const changed = withOverrides(stack, this.#overrides);
    const tables = compileTables(changed, { lambda, http: this.#backend, clock, fault });
    return { tables: { ...tables, usagePlans: this.#usagePlans ?? tables.usagePlans }, faults };
  }

  #take(req: IncomingMessage, res: ServerResponse): void {
    const { control } = this.#options;
    if (control !== undefined && isControl(req.url ?? '')) {
      control(req, res);
      return;
    }
    this.#served++;
    if (this.#stopping) res.shouldKeepAlive = false;
    const running = runChain(this.#exchange(req, res), this.#core);
    running?.catch((error: unknown) => {
      this.#core.report(`The gateway failed to answer: ${error instanceof Error ? error.stack : error}`);
      res.destroy();
    });
  }

  #exchange(req: IncomingMessage, res: ServerResponse): Exchange {
    const { ids, clock } = this.#core;
    const headers = new RequestHeaders(req.rawHeaders);
    const startedAt = clock.now();
    return new Exchange({
      req,
      res,
      startedAt,
      headers,
      requestId: ids.requestId(headers.get('x-amzn-requestid')),
      extendedRequestId: ids.extendedRequestId(),
      trace: ids.trace(headers.get('x-amzn-trace-id'), startedAt),
      sourceIp: plainAddress(req.socket.remoteAddress ?? ''),
      method: req.method ?? 'GET',
    });
  }
}

function isError({ severity }: Diagnostic): boolean {
  return severity === 'error';
}

function isControl(url: string): boolean {
  return (
    url.startsWith('/_arcube/') || url === '/docs' || url.startsWith('/docs/') || url.startsWith('/docs?')
  );
}

/** IPv4 addresses come in IPv6 clothes when the server listens on both. */
function plainAddress(address: string): string {
  return address.startsWith('::ffff:') ? address.slice(7) : address;
}

/** Lets running requests end within the grace, then cuts what is left. */
function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), GRACE);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}
