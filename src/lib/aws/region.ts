import type { ServiceClock } from './service-clock.js';

// The SDK says this on stderr of every command; which Node is supported is for package.json to say.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';

/** What differs between AWS and an emulator, and nothing else does: where to ask. Credentials are the SDK's chain. */
export interface AwsOptions {
  /** Base URL of an endpoint for all services; AWS's own when left out. */
  endpoint?: string | undefined;
  /** Instead of the SDK's chain: for an emulator of one's own, which must never see others. */
  credentials?: { accessKeyId: string; secretAccessKey: string } | undefined;
  /** Milliseconds that one request may take. */
  requestTimeout?: number;
}

interface ClientConfig {
  region: string;
  endpoint?: string;
  credentials?: { accessKeyId: string; secretAccessKey: string };
  maxAttempts: number;
  systemClockOffset: number;
  requestHandler: { connectionTimeout: number; requestTimeout: number; throwOnRequestTimeout: boolean };
}

interface SdkClient {
  readonly config: { systemClockOffset: number };
  readonly middlewareStack: {
    add(middleware: ServiceClock['middleware'], place: { step: 'deserialize'; name: string }): void;
  };
  destroy(): void;
}

/** The SDK's clients of one region, made when they are first asked for. */
export class AwsRegion {
  readonly name: string;
  readonly clock: ServiceClock;
  readonly #options: AwsOptions;
  readonly #clients = new Map<unknown, SdkClient>();

  constructor(name: string, clock: ServiceClock, options: AwsOptions = {}) {
    this.name = name;
    this.clock = clock;
    this.#options = options;
  }

  /** The endpoint of all services, where it is not AWS's own. */
  get endpoint(): string | undefined {
    return this.#options.endpoint;
  }

  /** A client by its class; the clock reads the time from its answers. */
  client<T extends SdkClient>(type: new (config: ClientConfig) => T): T {
    const known = this.#clients.get(type);
    if (known) {
      known.config.systemClockOffset = this.clock.offset; // a client that was idle knows an old time
      return known as T;
    }
    const made = new type(this.#config());
    made.middlewareStack.add(this.clock.middleware, { step: 'deserialize', name: 'serviceClock' });
    this.#clients.set(type, made);
    return made;
  }

  /** Closes every connection. */
  close(): void {
    for (const client of this.#clients.values()) client.destroy();
    this.#clients.clear();
  }

  /** One attempt only: a step looks what became of the first before it tries again, which the SDK would not. */
  #config(): ClientConfig {
    const { endpoint, credentials, requestTimeout = 10_000 } = this.#options;
    return {
      region: this.name,
      ...(endpoint !== undefined && { endpoint }),
      ...(credentials && { credentials }),
      maxAttempts: 1,
      systemClockOffset: this.clock.offset,
      requestHandler: { connectionTimeout: 3_000, requestTimeout, throwOnRequestTimeout: true },
    };
  }
}
