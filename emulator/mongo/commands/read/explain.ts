import { hostname } from 'node:os';
import { Document, isDocument, type Value } from '../../bson/index.js';
import { mongoError } from '../../error/index.js';
import { numberOf } from '../../index/index.js';
import { type ExplainQuery, explainExecution, explainPlanner } from '../../plan/index.js';
import { PAUSE } from '../../session/budget.js';
import type { Collection } from '../../storage/index.js';
import * as as from '../arguments.js';
import { defineCommand } from '../command.js';
import type { CommandContext } from '../context.js';
import { VERSION } from '../diagnostic/build-info.js';
import { openQuery, planFor, readCollation } from './query.js';
import { commandVariables } from './variables.js';

const VERBOSITIES = ['queryPlanner', 'executionStats', 'allPlansExecution'] as const;
const EMPTY = new Document();

/** What a command asks of a collection, as far as a plan is concerned. */
interface Explained {
  query: ExplainQuery;
  /** Stages of a pipeline that come after the query. */
  stages?: Document[];
}

/** How a command would be (or was) answered: the plan, and with `executionStats` what it examined. */
export const explain = defineCommand({
  name: 'explain',
  access: 'read',
  fields: { explain: as.required(as.object), verbosity: as.oneOf(...VERBOSITIES) },
  run: (context, { explain: inner, verbosity = 'allPlansExecution' }) =>
    explainCommand(context, inner, verbosity),
});

/** The reply of `explain` for a command. */
export async function explainCommand(
  context: CommandContext,
  inner: Document,
  verbosity: (typeof VERBOSITIES)[number],
): Promise<Document> {
  const [command = '', target] = [...inner][0] ?? [];
  const read = READERS[command];
  if (read === undefined)
    throw mongoError('CommandNotFound', `Explain failed due to unknown command: ${command}`);
  const namespace = context.namespace(target);
  const explained = read(inner);
  const collection = context.collection(target as string);
  const sections =
    collection === undefined
      ? new Document().set('queryPlanner', missingPlan(namespace, explained.query))
      : await explainQuery(context, collection, explained, verbosity);
  const reply = new Document().set('explainVersion', '1');
  for (const [name, section] of inStages(sections, explained.stages)) reply.set(name, section);
  return reply
    .set('command', inner.clone().set('$db', context.database))
    .set('serverInfo', Document.of({ host: hostname(), version: VERSION, gitVersion: 'unknown' }));
}

type Read = (command: Document) => Explained;

const READERS: Record<string, Read | undefined> = {
  find: (command) => ({
    query: {
      filter: documentIn(command, 'filter') ?? EMPTY,
      sort: documentIn(command, 'sort'),
      projection: documentIn(command, 'projection'),
      ...common(command),
    },
  }),
  count: (command) => ({
    query: { filter: documentIn(command, 'query') ?? EMPTY, ...common(command), operation: 'COUNT' },
  }),
  distinct: (command) => ({ query: { filter: documentIn(command, 'query') ?? EMPTY, ...common(command) } }),
  aggregate: readPipeline,
  update: (command) => readStatement(command, 'updates', 'UPDATE'),
  delete: (command) => readStatement(command, 'deletes', 'DELETE'),
  findAndModify: readFindAndModify,
  findandmodify: readFindAndModify,
};

function readFindAndModify(command: Document): Explained {
  const operation = command.get('remove') === true ? 'DELETE' : 'UPDATE';
  const { hint, collationSource, letSource } = common(command);
  const query = { filter: documentIn(command, 'query') ?? EMPTY, sort: documentIn(command, 'sort'), hint };
  return { query: { ...query, collationSource, letSource, limit: 1, operation } as SourceQuery };
}

function readStatement(command: Document, list: string, operation: 'UPDATE' | 'DELETE'): Explained {
  const statements = command.get(list);
  const [statement] = Array.isArray(statements) ? statements.filter(isDocument) : [];
  if (statement === undefined || (statements as Value[]).length !== 1) {
    throw mongoError('InvalidOptions', 'explained write batches must be of size 1');
  }
  return {
    query: { filter: documentIn(statement, 'q') ?? EMPTY, ...common(statement), limit: undefined, operation },
  };
}

/** The leading `$match`, `$sort`, `$skip` and `$limit` are the query; what follows is shown as it is. */
function readPipeline(command: Document): Explained {
  const pipeline = command.get('pipeline');
  const stages = (Array.isArray(pipeline) ? pipeline : []).filter(isDocument);
  const query: SourceQuery = { filter: EMPTY, ...common(command), limit: undefined, skip: undefined };
  let at = 0;
  const take = (name: string): Value | undefined => {
    const found = stages[at]?.get(name);
    if (found !== undefined) at++;
    return found;
  };
  query.filter = (take('$match') as Document | undefined) ?? EMPTY;
  query.sort = take('$sort') as Document | undefined;
  const limit = take('$limit');
  if (limit !== undefined) query.limit = numberOf(limit);
  return { query, stages: stages.slice(at) };
}

/** A query whose collation is still to be read beside the collection's, and its variables with it. */
type SourceQuery = ExplainQuery & {
  collationSource?: Document | undefined;
  letSource?: Document | undefined;
};

function common(command: Document): Omit<SourceQuery, 'filter'> {
  const hint = command.get('hint');
  return {
    hint: typeof hint === 'string' || isDocument(hint) ? hint : undefined,
    skip: command.has('skip') ? numberOf(command.get('skip')) : undefined,
    limit: command.has('limit') ? Math.abs(numberOf(command.get('limit'))) : undefined,
    collationSource: documentIn(command, 'collation'),
    letSource: documentIn(command, 'let'),
  };
}

function documentIn(command: Document, name: string): Document | undefined {
  const value = command.get(name);
  if (value === undefined) return undefined;
  if (!isDocument(value)) {
    throw mongoError(
      'TypeMismatch',
      `BSON field 'explain.${name}' is the wrong type, expected type 'object'`,
    );
  }
  return value.size === 0 ? undefined : value;
}

async function explainQuery(
  context: CommandContext,
  collection: Collection,
  explained: Explained,
  verbosity: (typeof VERBOSITIES)[number],
): Promise<Document> {
  const { collationSource, letSource, ...rest } = explained.query as SourceQuery;
  const variables = commandVariables(context, letSource);
  const query = { ...rest, collation: readCollation(collationSource, collection), variables };
  const planned = planFor(collection, query);
  const sections = new Document().set('queryPlanner', explainPlanner(collection, planned.planning, query));
  if (verbosity === 'queryPlanner') return sections;
  const started = performance.now();
  const { matches, cursor } = openQuery(context.txn(), collection, query, context.budget, planned);
  let returned = 0;
  for (let next = matches.next(); next !== undefined; next = matches.next()) {
    if (next === PAUSE) await context.budget.pause();
    else returned++;
  }
  const { keysExamined, docsExamined } = cursor;
  const milliseconds = Math.round(performance.now() - started);
  const counts = { returned, keysExamined, docsExamined, milliseconds };
  return sections.set('executionStats', explainExecution(planned.planning, query, counts));
}

function missingPlan(namespace: string, { filter }: ExplainQuery): Document {
  return Document.of({
    namespace,
    parsedQuery: filter,
    indexFilterSet: false,
    winningPlan: { isCached: false, stage: 'EOF' },
    rejectedPlans: [],
  });
}

/** A pipeline with more than a query shows the query as its first stage. */
function inStages(sections: Document, stages: Document[] | undefined): Document {
  if (stages === undefined || stages.length === 0) return sections;
  return new Document().set('stages', [new Document().set('$cursor', sections), ...stages]);
}
