import { AwsError } from '../../kernel/aws-error.js';
import { type Kind, text } from './kind.js';

/** `AWS::Events::Rule` of the default bus: with a rate it runs its functions on the emulator's clock. */
export const rule: Kind = {
  replacedBy: ['Name', 'EventBusName'],
  newId: (request) => text(request, 'Name') || request.newName(),
  describe: (name, { stack }) => {
    const arn = `arn:aws:events:${stack.region}:${stack.accountId}:rule/${name}`;
    return { arn, attributes: { Arn: arn } };
  },
  check: ({ resource }) => {
    const expression = text(resource, 'ScheduleExpression');
    if (expression !== '' && !/^(rate|cron)\(.+\)$/.test(expression))
      throw new AwsError('ValidationException', 'Parameter ScheduleExpression is not valid.');
    if (expression === '' && resource.properties.EventPattern === undefined)
      throw new AwsError(
        'ValidationException',
        'Parameter(s) EventPattern or ScheduleExpression must be specified.',
      );
  },
};
