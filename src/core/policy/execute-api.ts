/** The parts of an ARN of an API method. */
export interface ExecuteApiArn {
  partition: string;
  region: string;
  accountId: string;
  apiId: string;
  stage: string;
  /** `GET`, or `*` in a pattern. */
  httpMethod: string;
  /** Without the leading slash; empty for the root. */
  path: string;
}

/** Where a resource policy's short forms belong. */
export type ExecuteApiScope = Pick<ExecuteApiArn, 'partition' | 'region' | 'accountId' | 'apiId'>;

/** `arn:aws:execute-api:region:account:api/stage/GET/path`; the root ends `/GET/`. A leading slash of `path` is dropped. */
export function executeApiArn(arn: ExecuteApiArn): string {
  const { partition, region, accountId, apiId, stage, httpMethod, path } = arn;
  const tail = path.startsWith('/') ? path.slice(1) : path;
  return `arn:${partition}:execute-api:${region}:${accountId}:${apiId}/${stage}/${httpMethod}/${tail}`;
}

const ARN = /^arn:([^:]+):execute-api:([^:]*):([^:]*):([^/:]+)\/([^/]+)\/([^/]+)(?:\/(.*))?$/s;

/** Takes a method's ARN apart; undefined when it is none. */
export function parseExecuteApiArn(text: string): ExecuteApiArn | undefined {
  const match = ARN.exec(text);
  if (!match) return undefined;
  const [, partition, region, accountId, apiId, stage, httpMethod, path = ''] = match as unknown as string[];
  return { partition, region, accountId, apiId, stage, httpMethod, path } as ExecuteApiArn;
}

/** Writes out a resource policy's short form (`execute-api:/stage/GET/path`); other resources stay as they are. */
export function expandResource(
  resource: string,
  { partition, region, accountId, apiId }: ExecuteApiScope,
): string {
  if (!resource.startsWith('execute-api:')) return resource;
  const tail = resource.slice('execute-api:'.length);
  return `arn:${partition}:execute-api:${region}:${accountId}:${apiId}${tail.startsWith('/') ? '' : '/'}${tail}`;
}
