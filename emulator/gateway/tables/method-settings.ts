import type { ApiMethod, ApiStage, MethodSettings } from '../../../src/core/stack/model.js';

/** The settings in force for a method: those of the whole stage, overridden by those of its own path and verb. */
export function settingsFor({ methodSettings }: ApiStage, method: ApiMethod): MethodSettings {
  const { resourcePath, httpMethod } = method;
  const path = resourcePath === '/' ? '' : resourcePath;
  let settings: MethodSettings = {};
  for (const key of ['*/*', '/*/*', `/*/${httpMethod}`, `${path}/*`, `${path}/${httpMethod}`])
    if (Object.hasOwn(methodSettings, key)) settings = { ...settings, ...methodSettings[key] };
  return settings;
}

/** Tells whether a setting is the method's own rather than the stage's. */
export function hasOwnSetting(
  { methodSettings }: ApiStage,
  { resourcePath, httpMethod }: ApiMethod,
  name: keyof MethodSettings,
): boolean {
  const path = resourcePath === '/' ? '' : resourcePath;
  const key = `${path}/${httpMethod}`;
  return Object.hasOwn(methodSettings, key) && methodSettings[key]?.[name] !== undefined;
}
