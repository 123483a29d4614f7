import { AwsError } from '../../kernel/aws-error.js';
import { plainId } from '../new-ids.js';
import { type Kind, text } from './kind.js';

/** `AWS::CloudFront::Function`; without `AutoPublish` there is nothing that a distribution could run. */
export const edgeFunction: Kind = {
  replacedBy: ['Name'],
  newId: (request) => `arn:aws:cloudfront::${request.stack.accountId}:function/${text(request, 'Name')}`,
  describe: (arn) => ({
    arn,
    attributes: { FunctionARN: arn, 'FunctionMetadata.FunctionARN': arn, Stage: 'LIVE' },
  }),
};

/** `AWS::CloudFront::Distribution`: its edge functions run in the API's gateway. */
export const distribution: Kind = {
  replacedBy: [],
  newId: (_request, ids) => `E${plainId(ids, 13).toUpperCase()}`,
  describe: (id, { stack }) => ({
    arn: `arn:aws:cloudfront::${stack.accountId}:distribution/${id}`,
    attributes: { Id: id, DomainName: `d${id.slice(1).toLowerCase()}.cloudfront.net` },
  }),
  check: ({ stack, resource }) => {
    for (const arn of associated(resource.properties.DistributionConfig)) {
      const found = stack.find('AWS::CloudFront::Function', arn);
      if (found && found.properties.AutoPublish === true) continue;
      throw new AwsError(
        'InvalidFunctionAssociation',
        `The specified function ARN ${arn} is not a published CloudFront function.`,
      );
    }
  },
};

type Behavior = { FunctionAssociations?: { FunctionARN?: unknown }[] };

function associated(config: unknown): string[] {
  const { DefaultCacheBehavior: first = {}, CacheBehaviors: more = [] } = (config ?? {}) as {
    DefaultCacheBehavior?: Behavior;
    CacheBehaviors?: Behavior[];
  };
  return [first, ...more].flatMap(({ FunctionAssociations: all = [] }) =>
    all.map(({ FunctionARN: arn }) => String(arn)),
  );
}
