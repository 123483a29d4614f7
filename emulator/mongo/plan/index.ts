export { type ExplainQuery, explainExecution, explainPlanner } from './explain.js';
export { type Planning, planQuery, samePattern } from './planner.js';
export { countOf, openPlan, type PlanRequest, type QueryPlan } from './query-plan.js';
