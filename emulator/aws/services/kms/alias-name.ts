import { AwsError } from '../../protocol/faults.js';
import type { Input } from '../../protocol/input.js';

/** `AliasName` of an alias that its owner may change: `alias/` before it, and not AWS's. */
export function aliasNameOf(input: Input): string {
  const name = input.text('AliasName', { min: 1, max: 256 });
  if (!name.startsWith('alias/')) throw new AwsError('ValidationException', 'Invalid identifier');
  if (!/^alias\/[a-zA-Z0-9/_-]+$/.test(name))
    throw input.invalid(
      'AliasName',
      name,
      'Member must satisfy regular expression pattern: ^[a-zA-Z0-9:/_-]+$',
    );
  if (name.startsWith('alias/aws/')) throw new AwsError('NotAuthorizedException', '');
  return name;
}
