import type { PolicyDocument } from '../../../../src/core/stack/model.js';
import { AwsError } from '../../protocol/faults.js';
import type { Input } from '../../protocol/input.js';
import type { Directory } from '../iam/directory.js';
import { checkedDocument } from '../iam/documents.js';

/** `Policy` and `PolicyArns`: a session may do no more than they allow. Undefined when neither is there. */
export function readSessionPolicies(
  input: Input,
  directory: Directory,
  accountId: string,
): PolicyDocument[] | undefined {
  const inline = input.optionalText('Policy', { min: 1, max: 2048 });
  const arns = input.list('PolicyArns').map((one) => one.text('arn', { min: 20 }));
  if (inline === undefined && arns.length === 0) return undefined;
  const documents = arns.map((arn) => {
    const document = directory.document(accountId, arn);
    if (document !== undefined) return document;
    throw new AwsError('ValidationError', `The policy ${arn} does not exist.`);
  });
  if (inline !== undefined) documents.push(checkedDocument(inline));
  return documents.map((text) => JSON.parse(text) as PolicyDocument);
}
