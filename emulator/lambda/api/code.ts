import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { LambdaFunction } from '../../../src/core/stack/model.js';
import type { AwsApiResponse } from '../../kernel/aws.js';
import { LambdaServiceError } from '../../kernel/lambda.js';
import { describe } from './configuration.js';
import { type ApiCall, bodyOf, checkRevision, entryOf, json } from './request.js';
import { readZip, ZipError } from './zip.js';

/** `UpdateFunctionCode`: a package in the body, or one in a bucket. */
export async function updateFunctionCode(call: ApiCall): Promise<AwsApiResponse> {
  const entry = entryOf(call);
  const body = bodyOf(call);
  checkRevision(body.RevisionId, entry.latest.revisionId);
  const archive = await archiveOf(call, body);
  const digest = createHash('sha256').update(archive);
  const codeSha256 = digest.copy().digest('base64');
  const folder = await unpack(call, archive, digest.digest('hex').slice(0, 16));
  const definition: LambdaFunction = { ...entry.latest.definition, code: { folder } };
  const code = call.service.functions.load(definition);
  const shape = { definition, code, codeSha256, codeSize: archive.length };
  if (body.DryRun === true) return json(await describe({ ...entry.latest, ...shape }));
  await code;
  const latest = call.service.functions.change(entry, shape);
  if (body.Publish !== true) return json(await describe(latest));
  return json(await describe(call.service.functions.publish(entry)));
}

async function archiveOf({ service }: ApiCall, body: Record<string, unknown>): Promise<Buffer> {
  if (typeof body.ZipFile === 'string') return Buffer.from(body.ZipFile, 'base64');
  const {
    S3Bucket: bucket,
    S3Key: key,
    S3ObjectVersion: version,
  } = body as Record<string, string | undefined>;
  if (!bucket || !key) throw invalid('Please provide a source for function code.');
  const { objects } = service.options;
  if (!objects)
    throw invalid(
      'Error occurred while GetObject. S3 Error Code: NoSuchBucket. S3 Error Message: The emulator has no S3.',
    );
  try {
    return await objects.readObject(bucket, key, version);
  } catch (error) {
    const { name, message } = error instanceof Error ? error : { name: 'Error', message: String(error) };
    throw invalid(`Error occurred while GetObject. S3 Error Code: ${name}. S3 Error Message: ${message}`);
  }
}

async function unpack({ service }: ApiCall, archive: Buffer, name: string): Promise<string> {
  const folder = join(service.scratchFolder(), 'code', name);
  try {
    for (const { path, data } of readZip(archive)) {
      const file = join(folder, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, data);
    }
  } catch (error) {
    if (!(error instanceof ZipError)) throw error;
    throw invalid(
      error.message.startsWith('Unzipped')
        ? error.message
        : 'Could not unzip uploaded file. Please check your file, then try to upload again.',
    );
  }
  return folder;
}

function invalid(message: string): LambdaServiceError {
  return new LambdaServiceError('InvalidParameterValueException', 400, message);
}
