import type { Explanation, GatewayService } from './gateway/index.js';
import type { HostedStacks } from './host-stacks.js';
import type { Platform, TenantCredentials } from './platform/index.js';

/** What serves: the emulator's own stack, when it has one, and the deployed ones. */
export interface Serving {
  /** Region of the emulator's own stack. */
  home: string;
  own: { gateway: GatewayService; platform: () => Platform | undefined } | undefined;
  hosting: HostedStacks;
}

/** The stacks of an emulator as one, its own first. */
export class EverythingServed {
  readonly #serving: Serving;

  constructor(serving: Serving) {
    this.#serving = serving;
  }

  gateways(): GatewayService[] {
    const { own, hosting } = this.#serving;
    return [...(own ? [own.gateway] : []), ...hosting.gateways()];
  }

  platforms(): Platform[] {
    const { own, hosting } = this.#serving;
    const first = own?.platform();
    return [...(first ? [first] : []), ...hosting.platforms().map(({ platform }) => platform)];
  }

  /** Where the API is; '' while nothing is deployed to an empty account. */
  get apiUrl(): string {
    const { own, hosting } = this.#serving;
    return own?.gateway.url ?? hosting.deployedStacks()[0]?.apiUrl ?? '';
  }

  explain(id: string): Explanation | undefined {
    for (const gateway of this.gateways()) {
      const found = gateway.explain(id);
      if (found) return found;
    }
    return undefined;
  }

  /** Data region of a tenant. */
  regionOf(tenant: string): string | undefined {
    for (const platform of this.platforms()) {
      const found = platform.regionOf(tenant);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** Tenants of a deployed stack, or of the first platform; those of its home region first: their data is where `urls.mongo` leads. */
  credentials(stackName?: string): TenantCredentials[] {
    const { home, own, hosting } = this.#serving;
    const hosted = hosting.platforms();
    const named = hosted.find((one) => one.stackName === stackName);
    if (named) return homeFirst(named.platform.credentials(), named.region);
    if (stackName !== undefined) return [];
    const platform = own?.platform() ?? hosted[0]?.platform;
    return homeFirst(platform?.credentials() ?? [], home);
  }

  /** Drops requests and cached answers. */
  forget(): void {
    for (const gateway of this.gateways()) {
      gateway.forgetRequests();
      gateway.flush();
    }
  }

  /** Tenants are written anew; caches, throttles and quotas start anew. */
  async reset(): Promise<void> {
    await this.refresh();
    for (const gateway of this.gateways()) {
      gateway.flush();
      gateway.resetTraffic();
    }
  }

  /** Tenants' files are read and their secrets and documents brought up to date. */
  async refresh(): Promise<void> {
    await Promise.all(this.platforms().map((platform) => platform.refresh()));
  }
}

function homeFirst(credentials: TenantCredentials[], home: string): TenantCredentials[] {
  const isHome = (one: TenantCredentials) => one.region === home;
  return [...credentials.filter(isHome), ...credentials.filter((one) => !isHome(one))];
}
