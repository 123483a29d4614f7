import type { AwsApi, AwsApiRequest, AwsApiResponse, AwsQuestion } from '../../../kernel/aws.js';
import { AwsError, renderFault } from '../../protocol/faults.js';
import { s3Error } from './errors.js';
import { mayAnybody, NOBODY, questionsOf } from './questions.js';
import { findRoute, levelOf, ROUTES } from './routes.js';
import { addressOf, type S3World } from './s3-call.js';

/** Bytes of one request. S3 takes 5 GB; larger objects come here in parts. */
const LARGEST_BODY = 256 * 1024 * 1024;

/** Amazon S3, API version 2006-03-01, REST-XML, path and virtual-host style. */
export class S3Api implements AwsApi {
  readonly signingName = 's3';
  readonly largestBody = LARGEST_BODY;
  readonly operationNames = ROUTES.map(({ name }) => name);
  readonly #world: S3World;

  constructor(world: S3World) {
    this.#world = world;
  }

  async handle(request: AwsApiRequest): Promise<AwsApiResponse> {
    try {
      const address = addressOf(request);
      const route = findRoute(request, levelOf(address));
      if (!route) throw s3Error('NotImplemented', { Header: [...request.query.keys()].join(',') });
      this.#checkRegion(request, address.bucketName);
      return await route.operation({ world: this.#world, request, ...address });
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      return this.refuse(request, error);
    }
  }

  asks(request: AwsApiRequest): AwsQuestion[] | undefined {
    return questionsOf(this.#world.store, request);
  }

  handleAnonymous(request: Omit<AwsApiRequest, 'caller'>): Promise<AwsApiResponse> | undefined {
    const bucket = this.#world.store.get(addressOf(request).bucketName);
    if (!bucket) return undefined;
    const own = { ...request, region: bucket.region, caller: NOBODY };
    if (!mayAnybody(this.#world.store, own))
      return Promise.resolve(this.refuse(own, s3Error('AccessDenied')));
    return this.handle({ ...own, grantedBy: [bucket.accountId] });
  }

  refuse(request: AwsApiRequest, error: AwsError): AwsApiResponse {
    const { requestId, path } = request;
    const dressed =
      error.code === 'AccessDeniedException' ? new AwsError('AccessDenied', error.message, 403) : error;
    return renderFault('s3', dressed, { requestId, resource: path });
  }

  /** A bucket answers in its region alone; the error says which, and SDKs follow it. */
  #checkRegion({ region }: AwsApiRequest, bucketName: string): void {
    const bucket = this.#world.store.get(bucketName);
    if (!bucket || bucket.region === region) return;
    throw new AwsError(
      'AuthorizationHeaderMalformed',
      `The authorization header is malformed; the region '${region}' is wrong; expecting '${bucket.region}'`,
      400,
      { Region: bucket.region },
    );
  }
}
