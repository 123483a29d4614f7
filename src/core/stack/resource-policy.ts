import { compilePolicy } from '../policy/compile.js';
import { PolicyError } from '../policy/error.js';
import { expandResource } from '../policy/execute-api.js';
import type { ApiDraft } from './api-draft.js';
import type { PolicyDocument } from './model.js';
import type { Props } from './props.js';

/** Reads a REST API's resource policy: checked, and with the short `execute-api:/…` forms written out. */
export function readPolicy(props: Props, draft: ApiDraft): PolicyDocument | undefined {
  const { region, accountId, partition } = draft.context;
  const document = structuredClone(props.value) as unknown as PolicyDocument;
  const scope = { partition, region, accountId, apiId: draft.api.id };
  try {
    for (const statement of [document.Statement ?? []].flat()) {
      for (const key of ['Resource', 'NotResource'] as const) {
        const resource = statement[key];
        if (resource !== undefined)
          statement[key] = [resource].flat().map((one) => expandResource(one, scope));
      }
    }
    compilePolicy(document);
    return document;
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    props.error(
      'BAD_POLICY',
      `The resource policy is malformed: ${error.message}.`,
      'Correct the policy document.',
    );
    return undefined;
  }
}
