import fc, { type Arbitrary } from 'fast-check';
import type { CaseContext, TestCase } from '../../case.js';
import { CaseFailure, CaseSkipped } from '../../case.js';
import { AnswerChecker } from '../../contract/answer-checker.js';
import { type Operation, operationsOf } from '../../contract/operations.js';
import { shippedContract } from '../../contract/shipped-contract.js';
import { type Answer, SuiteApi } from '../api.js';
import type { SuiteOptions } from '../index.js';
import { RECIPES, type ValidCall } from '../recipes.js';
import { broken, valuesOf } from './generate.js';

/** ms for the generated calls of one property: a slow machine tries fewer. */
const LONGEST = 30_000;

/** What a property of an operation works with. */
interface Trial {
  api: SuiteApi;
  operation: Operation;
  checker: AnswerChecker;
  document: Record<string, unknown>;
  runs: number;
}

/**
 * Every operation of the contract: a valid call, generated valid input and generated broken input, and each answer held
 * against its statuses and schemas.
 */
export function contractSuite({ runs }: SuiteOptions): TestCase[] {
  const operations = operationsOf(shippedContract());
  return operations
    .filter(({ method }) => method !== 'OPTIONS')
    .flatMap((operation) => [
      caseOf(operation, 'a valid call is answered as declared', runs, validCall),
      ...(operation.body
        ? [
            caseOf(operation, 'whatever fits the schema gets a declared answer', runs, anyValidBody),
            caseOf(operation, 'whatever breaks the schema is refused', runs, brokenBody),
          ]
        : []),
    ]);
}

function caseOf(
  { route }: Operation,
  title: string,
  runs: number,
  check: (trial: Trial) => Promise<void>,
): TestCase {
  const name = `${route}: ${title}`;
  return {
    id: `contract: ${name}`,
    name,
    group: 'contract',
    tags: ['contract'],
    needsEmulator: false,
    measured: false,
    run: (context) => check(trialOf(context, route, runs)),
  };
}

function trialOf(context: CaseContext, route: string, runs: number): Trial {
  const document = context.system.contract();
  if (!document) throw new CaseSkipped('the system has no OpenAPI document');
  const checker = new AnswerChecker(document);
  const operation = checker.routes.operations.find((one) => one.route === route);
  if (!operation) throw new CaseSkipped(`the system’s contract has no ${route}`);
  return { api: new SuiteApi(context), operation, checker, document, runs };
}

async function call(
  api: SuiteApi,
  { method, path }: Operation,
  valid: ValidCall,
  body: unknown,
): Promise<Answer> {
  const { path: own, headers, as } = valid;
  const options = { ...(body !== undefined && { body }), ...(headers && { headers }), ...(as && { as }) };
  return api.send(`${method} ${path}`, method, own ?? path.replace(/\{\w+\}/g, 'unknown'), options);
}

async function validCall({ api, operation, checker }: Trial): Promise<void> {
  const recipe = RECIPES[operation.id];
  if (!recipe) throw new CaseSkipped('no valid call is known for it');
  const valid = await recipe(api);
  const answer = await call(api, operation, valid, valid.body);
  if (answer.status >= 300) api.status(operation.route, answer, [200, 201, 202, 204]);
  const why = checker.fault(operation, answer);
  if (why !== undefined) throw new CaseFailure(operation.route, `${why}.`, undefined, answer.index);
}

async function anyValidBody(trial: Trial): Promise<void> {
  const { api, operation, document } = trial;
  const valid = (await RECIPES[operation.id]?.(api)) ?? {};
  const bodies = valuesOf(document, operation.body ?? {});
  await holds(trial, bodies, async (body) => {
    const answer = await call(api, operation, valid, body);
    return { answer, why: trial.checker.fault(operation, answer) };
  });
}

/** A body that breaks its schema must be refused: nothing of it may have an effect. */
async function brokenBody(trial: Trial): Promise<void> {
  const { api, operation, checker } = trial;
  const valid = (await RECIPES[operation.id]?.(api)) ?? {};
  if (valid.body === undefined) throw new CaseSkipped('no valid call is known for it');
  const fits = checker.validator(operation.body ?? {});
  const bodies = broken(valid.body).filter((body) => !fits(body));
  await holds(trial, bodies, async (body) => {
    const answer = await call(api, operation, valid, body);
    const taken = answer.status < 400 ? `it was taken: ${answer.status}` : undefined;
    return { answer, why: taken ?? checker.fault(operation, answer) };
  });
}

/** Tries many values; the smallest that fails is told. */
async function holds<T>(
  { api, operation, runs }: Trial,
  values: Arbitrary<T>,
  check: (value: T) => Promise<{ answer: Answer; why: string | undefined }>,
): Promise<void> {
  let last: { index: number; why: string } | undefined;
  const property = fc.asyncProperty(values, async (value) => {
    if (api.context.signal.aborted) return;
    const { answer, why } = await check(value);
    if (why === undefined) return;
    last = { index: answer.index, why };
    throw new Error(why);
  });
  const seed = Math.floor(api.context.ids.random() * 2 ** 31);
  const options = { numRuns: runs, seed, interruptAfterTimeLimit: LONGEST, markInterruptAsFailure: false };
  const result = await fc.check(property, options);
  if (!result.failed) return;
  const [smallest] = result.counterexample ?? [];
  const shown = JSON.stringify(smallest)?.slice(0, 2000);
  const message = `${last?.why ?? 'failed'}\nThe smallest body that shows it, after ${result.numShrinks} steps: ${shown}`;
  throw new CaseFailure(operation.route, message, undefined, last?.index);
}
