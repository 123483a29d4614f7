import { isDict } from '../../dict.js';
import { suggestion } from '../../document/nearest.js';
import { Props } from '../props.js';
import type { Report } from '../report.js';

/** An OpenAPI 3.0 or Swagger 2.0 document, with one way to follow its references. */
export class OpenApiDocument {
  readonly root: Props;
  readonly report: Report;
  readonly swagger: boolean;

  constructor(root: Props) {
    this.root = root;
    this.report = root.report;
    this.swagger = root.has('swagger');
  }

  /** The named schemas. */
  get schemas(): Props {
    return this.swagger ? this.root.inner('definitions') : this.root.inner('components').inner('schemas');
  }

  get securitySchemes(): Props {
    return this.swagger
      ? this.root.inner('securityDefinitions')
      : this.root.inner('components').inner('securitySchemes');
  }

  /**
   * What stands at `props`, a local `$ref` followed. Undefined, and reported, when it leads nowhere or in a circle.
   */
  follow(props: Props): Props | undefined {
    let current = props;
    for (let hops = 0; typeof current.value.$ref === 'string'; hops++) {
      const target = this.#target(current.value.$ref);
      if (!target || hops > 20) {
        this.#unknown(current, hops > 20);
        return undefined;
      }
      current = target;
    }
    return current;
  }

  #target(reference: string): Props | undefined {
    if (!reference.startsWith('#/')) return undefined;
    let holder: unknown = this.root.value;
    for (const step of pointerSteps(reference)) {
      if (!isDict(holder) || !Object.hasOwn(holder, step)) return undefined;
      holder = holder[step];
    }
    return isDict(holder) ? new Props(holder, this.report, reference) : undefined;
  }

  #unknown(props: Props, circle: boolean): void {
    const reference = String(props.value.$ref);
    const steps = pointerSteps(reference);
    const name = steps.at(-1) ?? '';
    const siblings = this.#siblings(steps);
    props.error(
      'UNKNOWN_REFERENCE',
      circle ? `\`${reference}\` refers to itself.` : `\`${reference}\` leads nowhere in this document.`,
      reference.startsWith('#/')
        ? suggestion(name, siblings)
        : 'Only references within the document are followed.',
      '$ref',
    );
  }

  #siblings(steps: string[]): string[] {
    let holder: unknown = this.root.value;
    for (const step of steps.slice(0, -1)) holder = isDict(holder) ? holder[step] : undefined;
    return isDict(holder) ? Object.keys(holder) : [];
  }
}

/** The steps of a local JSON pointer such as `#/components/schemas/A~1B`. */
export function pointerSteps(reference: string): string[] {
  return reference
    .replace(/^#\/?/, '')
    .split('/')
    .map((step) => decode(step).replaceAll('~1', '/').replaceAll('~0', '~'));
}

function decode(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}
