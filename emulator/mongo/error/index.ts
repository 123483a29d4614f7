export { ErrorCode } from './codes.js';
export { errorLabels, type LabelOccasion } from './labels.js';
export { codeName, type ErrorDetails, type ErrorName, MongoError, mongoError } from './mongo-error.js';
