import { createAuthorizers } from '../../emulator/authorizer/index.js';
import { createGateway, type GatewayService } from '../../emulator/gateway/index.js';
import { Hosting, hostedResources } from '../../emulator/hosting/index.js';
import type { ResourceProperties, ResourceRequest } from '../../emulator/kernel/cloudformation.js';
import { EventBus, type StackRecord } from '../../emulator/kernel/events.js';
import type { LambdaInvocation } from '../../emulator/kernel/lambda.js';
import { createSchedules } from '../../emulator/schedules/index.js';
import { MovableClock } from '../../src/core/clock.js';
import { createIds } from '../../src/core/ids.js';
import { loadStack } from '../../src/core/stack/load.js';
import type { StackModel } from '../../src/core/stack/model.js';

export const STACK = {
  id: 'arn:aws:cloudformation:eu-central-1:123456789012:stack/shop/1',
  name: 'shop',
  accountId: '123456789012',
  region: 'eu-central-1',
  tags: {},
};

type Template = { Resources: Record<string, { Type: string; Properties?: object; DependsOn?: string }> };

/** Hosting with real gateways and schedules, and functions that answer what they were called by. */
export class HostedLab {
  readonly clock = new MovableClock();
  readonly events = new EventBus();
  readonly told: StackRecord[] = [];
  readonly calls: LambdaInvocation[] = [];
  /** Physical ids and attributes by logical id, as an engine would keep them. */
  readonly identities = new Map<string, { ref: string; attributes: Record<string, unknown> }>();
  readonly hosting: Hosting<GatewayService, never>;
  template: Template = { Resources: {} };

  constructor(stateDir?: string) {
    const { clock, events } = this;
    const ids = createIds('hosted');
    const lambda = {
      invoke: async (call: LambdaInvocation) => {
        this.calls.push(call);
        const name = call.functionName.split(':function:')[1];
        const payload = JSON.stringify({ statusCode: 200, body: name });
        return { payload, requestId: 'x', executedVersion: '1', durationMs: 1 };
      },
    };
    events.on('stack', (record) => void this.told.push(record));
    this.hosting = new Hosting<GatewayService, never>({
      clock,
      ids,
      events,
      stateDir,
      needs: [],
      gateway: (stack, port) =>
        createGateway({
          stack,
          lambda,
          authorizers: createAuthorizers({ lambda, clock }),
          clock,
          ids,
          events,
          host: '127.0.0.1',
          port,
        }),
      schedules: (stack) => createSchedules({ stack, lambda, clock, ids, events }),
      platform: () => undefined,
      served: () => undefined,
      stageMade: () => undefined,
    });
  }

  async start(): Promise<this> {
    await this.hosting.start(new AbortController().signal);
    return this;
  }

  /** Address of the stack. */
  get url(): string {
    const [first] = this.hosting.deployedStacks();
    if (!first) throw new Error('nothing is served');
    return first.apiUrl;
  }

  /** Makes resources, one after the other. */
  async make(...logicalIds: string[]): Promise<void> {
    for (const id of logicalIds) {
      const { handler, request } = this.#ask(id);
      const { physicalId, attributes } = await handler.create({
        ...request,
        newName: () => `shop-${id}-ABCDEFGHIJKL`,
        initiated: async () => undefined,
      });
      this.identities.set(id, { ref: physicalId, attributes: { ...attributes } });
    }
  }

  /** Makes a resource of a type with properties that no reader of templates has seen. */
  async makeOf(type: string, properties: ResourceProperties): Promise<void> {
    await hostedResources(() => this.hosting)[type]?.create({
      stack: STACK,
      logicalId: 'Made',
      type,
      properties,
      model: () => this.#model(),
      signal: new AbortController().signal,
      tell: () => undefined,
      newName: () => 'shop-Made-ABCDEFGHIJKL',
      initiated: async () => undefined,
    });
  }

  async change(...logicalIds: string[]): Promise<void> {
    for (const id of logicalIds) {
      const { handler, request } = this.#ask(id);
      const physicalId = this.identities.get(id)?.ref ?? '';
      await handler.update?.({ ...request, physicalId, before: {}, isRollback: false });
    }
  }

  async unmake(...logicalIds: string[]): Promise<void> {
    for (const id of logicalIds) {
      const { handler, request } = this.#ask(id);
      await handler.delete({ ...request, physicalId: this.identities.get(id)?.ref ?? '' });
      this.identities.delete(id);
    }
  }

  /** The properties as they are, as drift detection asks for them. */
  async read(logicalId: string): Promise<ResourceProperties | undefined> {
    const { handler, request } = this.#ask(logicalId);
    return handler.read?.({ ...request, physicalId: this.identities.get(logicalId)?.ref ?? '' });
  }

  #ask(logicalId: string) {
    const model = this.#model();
    const resource = model.resources.find((one) => one.logicalId === logicalId);
    const handler = resource && hostedResources(() => this.hosting)[resource.type];
    if (!handler) throw new Error(`no handler for ${logicalId}`);
    const request: ResourceRequest = {
      stack: STACK,
      logicalId,
      type: resource.type,
      properties: resource.properties,
      model: () => model,
      signal: new AbortController().signal,
      tell: () => undefined,
    };
    return { handler, request };
  }

  #model(): StackModel {
    const { stack, diagnostics } = loadStack({
      file: 'shop',
      text: JSON.stringify(this.template),
      region: STACK.region,
      accountId: STACK.accountId,
      stackName: STACK.name,
      identities: this.identities,
      stackId: STACK.id,
    });
    if (!stack) throw new Error(JSON.stringify(diagnostics));
    return stack;
  }
}

/** A template with one API that has a route for each name, which its function answers. */
export function shop(routes: string[], more: Template['Resources'] = {}): Template {
  const uri = (name: string) =>
    `arn:aws:apigateway:eu-central-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-central-1:123456789012:function:${name}/invocations`;
  const paths = routes.map((name) => [
    `/${name}`,
    {
      get: {
        responses: {},
        'x-amazon-apigateway-integration': { type: 'aws_proxy', httpMethod: 'POST', uri: uri(name) },
      },
    },
  ]);
  const functions = routes.map((name) => [
    `Fn${name}`,
    {
      Type: 'AWS::Lambda::Function',
      Properties: {
        FunctionName: name,
        Handler: 'index.handler',
        Runtime: 'nodejs22.x',
        Role: 'arn:aws:iam::123456789012:role/r',
        Code: { ZipFile: 'exports.handler = 1' },
      },
    },
  ]);
  return {
    Resources: {
      ...Object.fromEntries(functions),
      Api: {
        Type: 'AWS::ApiGateway::RestApi',
        Properties: {
          Name: 'shop',
          Body: { openapi: '3.0.1', info: { title: 'shop', version: '1' }, paths: Object.fromEntries(paths) },
        },
      },
      First: { Type: 'AWS::ApiGateway::Deployment', Properties: { RestApiId: { Ref: 'Api' } } },
      Second: { Type: 'AWS::ApiGateway::Deployment', Properties: { RestApiId: { Ref: 'Api' } } },
      Live: {
        Type: 'AWS::ApiGateway::Stage',
        Properties: { RestApiId: { Ref: 'Api' }, DeploymentId: { Ref: 'First' }, StageName: 'live' },
      },
      ...more,
    },
  };
}
