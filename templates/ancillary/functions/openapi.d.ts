/** The bundler turns YAML documents into modules of plain data. */
declare module '*/openapi.yaml' {
  export const components: { schemas: Record<string, object> };
  export const paths: Record<string, object>;
}

/** And scenarios into their plans. */
declare module '*.scenario.yaml' {
  import type { Scenario } from 'arcube/scenario';

  const scenario: Scenario;
  export default scenario;
}
