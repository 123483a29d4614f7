import type { AwsApiRequest } from '../../../kernel/aws.js';
import type { Input } from '../../protocol/input.js';
import { refused } from './faults.js';
import type { Stacks } from './stacks.js';

/** Bytes of a template: in the request, and in S3 (user guide, "Quotas"). */
const LARGEST_BODY = 51_200;
const LARGEST_OBJECT = 1_048_576;

/**
 * The template that a request brings, by `TemplateBody` or from the emulator's own S3 by `TemplateURL`; undefined when
 * neither is there.
 */
export async function sentTemplate(
  stacks: Stacks,
  input: Input,
  request: AwsApiRequest,
): Promise<string | undefined> {
  const url = input.optionalText('TemplateURL', { min: 1, max: 5120 });
  const body = input.optionalText('TemplateBody', { min: 1 });
  if (url !== undefined && body !== undefined)
    throw refused('Specify exactly one of TemplateBody or TemplateURL.');
  if (url !== undefined) return readObject(stacks, url, request);
  if (body !== undefined && Buffer.byteLength(body) > LARGEST_BODY)
    throw input.invalid(
      'TemplateBody',
      body,
      `Member must have length less than or equal to ${LARGEST_BODY}`,
    );
  return body;
}

/** The same, for operations that cannot do without; `UsePreviousTemplate` stands for the stack's own. */
export async function requiredTemplate(
  stacks: Stacks,
  input: Input,
  request: AwsApiRequest,
  previous?: string,
): Promise<string> {
  const sent = await sentTemplate(stacks, input, request);
  const usesPrevious = input.flag('UsePreviousTemplate');
  if (sent !== undefined && usesPrevious)
    throw refused('You cannot specify both usePreviousTemplate and Template Body/Template URL.');
  const text = usesPrevious ? previous : sent;
  if (text === undefined) throw refused('Either Template URL or Template Body must be specified.');
  return text;
}

/** Bytes of a stack policy (API reference). */
const LARGEST_POLICY = 16_384;

/** The policy that a request brings by `…Body` or `…URL`. */
export async function sentPolicy(
  stacks: Stacks,
  input: Input,
  request: AwsApiRequest,
  name: string,
): Promise<string | undefined> {
  const url = input.optionalText(`${name}URL`, { min: 1, max: 5120 });
  const body = input.optionalText(`${name}Body`, { min: 1, max: LARGEST_POLICY });
  if (url !== undefined && body !== undefined)
    throw refused(`You cannot specify both ${name}URL and ${name}Body`);
  return url === undefined ? body : readObject(stacks, url, request);
}

async function readObject(stacks: Stacks, url: string, { headers }: AwsApiRequest): Promise<string> {
  const { bucket, key, version } = locate(url, headers.host);
  let bytes: Buffer;
  try {
    bytes = await stacks.world.objects.readObject(bucket, key, version);
  } catch (error) {
    throw refused(
      `S3 error: ${(error as Error).message}\nFor more information check http://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html`,
    );
  }
  if (bytes.length > LARGEST_OBJECT)
    throw refused(`Template size is greater than maximum allowed size of ${LARGEST_OBJECT} bytes.`);
  return bytes.toString('utf8');
}

/** Bucket and key of S3's addresses, and of this endpoint's own. */
function locate(text: string, own: string | undefined): { bucket: string; key: string; version?: string } {
  if (text.startsWith('s3://'))
    throw refused(
      `S3 error: Domain name specified in ${text.slice(5).split('/')[0]} is not a valid S3 domain`,
    );
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const inHost = /^(.+)\.s3(?:[.-][a-z0-9-]+)*\.amazonaws\.com(?:\.cn)?$/.exec(url?.hostname ?? '')?.[1];
  const inPath =
    /^s3(?:[.-][a-z0-9-]+)*\.amazonaws\.com(?:\.cn)?$/.test(url?.hostname ?? '') || url?.host === own;
  if (!url || (inHost === undefined && !inPath)) throw refused('TemplateURL must be a supported URL.');
  const path = decodeURIComponent(url.pathname.slice(1));
  const bucket = inHost ?? path.split('/')[0] ?? '';
  const key = inHost === undefined ? path.slice(bucket.length + 1) : path;
  if (bucket === '' || key === '')
    throw refused('TemplateURL must reference a valid S3 object to which you have access.');
  const version = url.searchParams.get('versionId');
  return { bucket, key, ...(version !== null && { version }) };
}
