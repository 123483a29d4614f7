import type { Archive } from '../archives.js';
import type { Change } from '../function-store.js';
import { checkRevision, conflict, invalid } from '../refusals.js';
import type { FunctionEntry, FunctionVersion } from '../registry.js';
import type { LambdaService } from '../service.js';
import { ZipError } from '../zip.js';

/** Bytes of a package in the body of a request (Lambda quotas). */
const LARGEST_UPLOAD = 52_428_800;

/** Puts a package in force: one in the body, or one in a bucket. With `DryRun` only tries. */
export async function updateCode(
  service: LambdaService,
  entry: FunctionEntry,
  body: Record<string, unknown>,
): Promise<FunctionVersion> {
  checkChangeable(entry);
  checkRevision(body.RevisionId, entry.latest.revisionId);
  const { folder, codeSha256, codeSize } = await fetchPackage(service, body);
  const definition = { ...entry.latest.definition, code: { folder } };
  const code = service.functions.load(definition);
  const shape: Change = { definition, code, codeSha256, codeSize };
  if (body.DryRun === true) return { ...entry.latest, ...shape } as FunctionVersion;
  await code;
  const latest = service.functions.change(entry, shape);
  const answered = body.Publish === true ? service.functions.publish(entry) : latest;
  await service.functions.kept.save();
  return answered;
}

/** The package that `ZipFile`, or `S3Bucket` and `S3Key` name. Throws `InvalidParameterValueException`. */
export async function fetchPackage(
  service: LambdaService,
  source: Record<string, unknown>,
): Promise<Archive> {
  const archive = await archiveOf(service, source);
  try {
    return await service.functions.archives.keep(archive);
  } catch (error) {
    if (!(error instanceof ZipError)) throw error;
    throw invalid(
      error.message.startsWith('Unzipped')
        ? error.message
        : 'Could not unzip uploaded file. Please check your file, then try to upload again.',
    );
  }
}

/** Refuses a change of what is still being made. */
export function checkChangeable({ latest }: FunctionEntry): void {
  if (!latest.pending) return;
  throw conflict(
    'The operation cannot be performed at this time. The function is currently in the following state: Pending',
  );
}

async function archiveOf({ options }: LambdaService, source: Record<string, unknown>): Promise<Buffer> {
  if (typeof source.ZipFile === 'string') return uploaded(source.ZipFile);
  const {
    S3Bucket: bucket,
    S3Key: key,
    S3ObjectVersion: version,
  } = source as Record<string, string | undefined>;
  if (!bucket || !key) throw invalid('Please provide a source for function code.');
  if (!options.objects)
    throw invalid(
      'Error occurred while GetObject. S3 Error Code: NoSuchBucket. S3 Error Message: The emulator has no S3.',
    );
  try {
    return await options.objects.readObject(bucket, key, version);
  } catch (error) {
    const { name, message } = error instanceof Error ? error : { name: 'Error', message: String(error) };
    throw invalid(`Error occurred while GetObject. S3 Error Code: ${name}. S3 Error Message: ${message}`);
  }
}

function uploaded(base64: string): Buffer {
  const archive = Buffer.from(base64, 'base64');
  if (archive.length <= LARGEST_UPLOAD) return archive;
  throw invalid(`Uploaded file must be a non-empty zip smaller than ${LARGEST_UPLOAD} bytes`);
}
