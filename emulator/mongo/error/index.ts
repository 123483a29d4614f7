export { ErrorCode } from './codes.js';
export { codeName, type ErrorDetails, type ErrorName, MongoError, mongoError } from './mongo-error.js';
