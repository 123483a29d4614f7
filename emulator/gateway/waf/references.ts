import type { Dict } from '../../../src/core/dict.js';
import type { CompileScope } from './scope.js';

/** The set or group of the template that a statement refers to by ARN; one that is not there is told. */
export function referenceOf(
  body: Dict,
  { references, unsupported }: CompileScope,
  kind: string,
): Dict | undefined {
  const arn = String(body.Arn ?? body.ARN);
  const found = Object.hasOwn(references, arn) ? references[arn] : undefined;
  if (found === undefined) unsupported(`the ${kind} ${arn}, which is not in the template`);
  return found;
}
