import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { publicDescription } from '../../../emulator/control/docs/description.js';

type Dict = Record<string, unknown>;
const document = parse(readFileSync('templates/ancillary/openapi.yaml', 'utf8')) as Dict;
const shown = publicDescription(document, 'http://127.0.0.1:3000') as Dict;

describe('the API reference', () => {
  it('shows every operation but preflights, and nothing of API Gateway’s own', () => {
    const verbs = (from: Dict) =>
      Object.entries(from.paths as Dict).flatMap(([path, item]) =>
        Object.keys(item as Dict).map((verb) => `${verb} ${path}`),
      );
    expect(verbs(shown)).toEqual(verbs(document).filter((entry) => !entry.startsWith('options ')));
    expect(JSON.stringify(shown)).not.toMatch(/x-amazon|x-arcube|Fn::Sub/);
  });

  it('asks for a bearer token wherever one is needed, and tries calls on the API', () => {
    expect(shown.servers).toEqual([{ url: 'http://127.0.0.1:3000' }]);
    const { securitySchemes } = shown.components as Dict;
    expect(securitySchemes).toMatchObject({ bearer: { type: 'http', scheme: 'bearer' } });
    const paths = shown.paths as Record<string, Record<string, { security: unknown }>>;
    expect(paths['/checkout/verify']?.post?.security).toEqual([{ bearer: [] }]);
    expect(paths['/oauth/token']?.post?.security).toEqual([]);
  });
});
