import type { Dict } from '../../../../../src/core/dict.js';
import type { Operation } from '../../../protocol/operation.js';
import { neededCapability } from '../capabilities.js';
import { noStackWithId, refused } from '../faults.js';
import type { Stacks } from '../stacks.js';
import { readTemplate, type Template } from '../template.js';
import { requiredTemplate } from '../template-source.js';

/** `ValidateTemplate`. */
export const validateTemplate: Operation<Stacks> = async (stacks, input, request) => {
  const template = readTemplate(await requiredTemplate(stacks, input, request));
  return { ...outline(template), ...acknowledgement(template) };
};

/** `GetTemplate` as it was sent; nothing transforms it here, so the processed one is the same. */
export const getTemplate: Operation<Stacks> = (stacks, input) => {
  const name = input.optionalText('StackName');
  const changeSetName = input.optionalText('ChangeSetName');
  input.optionalText('TemplateStage', { oneOf: ['Original', 'Processed'] });
  if (changeSetName !== undefined) {
    if (name === undefined && !changeSetName.startsWith('arn:'))
      throw refused('StackName is a required parameter.');
    return answer(stacks.changeSet(changeSetName, name).template);
  }
  if (name === undefined) throw refused('StackName is required if ChangeSetName is not specified.');
  const stack = stacks.find(name);
  if (!stack) throw noStackWithId(name);
  return answer(stack.template);
};

function answer(template: string): Dict {
  return { TemplateBody: template, StagesAvailable: ['Original', 'Processed'] };
}

/** `GetTemplateSummary` of a template, or of the one that a stack has. */
export const getTemplateSummary: Operation<Stacks> = async (stacks, input, request) => {
  const name = input.optionalText('StackName');
  let text: string;
  if (name === undefined) text = await requiredTemplate(stacks, input, request);
  else {
    const stack = stacks.find(name);
    if (!stack) throw noStackWithId(name);
    if (stack.status === 'REVIEW_IN_PROGRESS')
      throw refused('GetTemplateSummary cannot be called on REVIEW_IN_PROGRESS stacks.');
    text = stack.template;
  }
  const template = readTemplate(text);
  const types = [...new Set(Object.values(template.resources).map(({ Type }) => Type))];
  const { Metadata: metadata, AWSTemplateFormatVersion: version } = template.document;
  return {
    ...outline(template, 'ParameterType'),
    ...acknowledgement(template),
    ResourceTypes: types,
    Version: String(version ?? '2010-09-09'),
    ...(metadata !== undefined && { Metadata: JSON.stringify(metadata) }),
    ResourceIdentifierSummaries: types.map((type) => ({
      ResourceType: type,
      LogicalResourceIds: Object.entries(template.resources).flatMap(([id, { Type }]) =>
        Type === type ? [id] : [],
      ),
    })),
  };
};

function outline({ document, parameters }: Template, typeName?: string): Dict {
  const shown = Object.entries(parameters).map(([name, declaration]) => {
    const {
      Default: value,
      Description: description,
      NoEcho: hidden,
      Type: type,
      AllowedValues: allowed,
    } = declaration;
    return {
      ParameterKey: name,
      ...(value !== undefined && { DefaultValue: String(value) }),
      NoEcho: hidden === true || hidden === 'true',
      ...(description !== undefined && { Description: String(description) }),
      ...(typeName !== undefined && { [typeName]: String(type) }),
      ...(typeName !== undefined && {
        ParameterConstraints: Array.isArray(allowed) ? { AllowedValues: allowed.map(String) } : {},
      }),
    };
  });
  return {
    Parameters: shown,
    ...(typeof document.Description === 'string' && { Description: document.Description }),
  };
}

function acknowledgement(template: Template): Dict {
  const needed = neededCapability(template);
  if (!needed) return {};
  return {
    Capabilities: [needed.capability],
    CapabilitiesReason: `The following resource(s) require capabilities: [${needed.types.join(', ')}]`,
  };
}
