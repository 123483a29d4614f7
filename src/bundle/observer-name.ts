/** The name under which the emulator's runtime leaves its observer for MongoDB clients in a function's globals. */
export const MONGO_OBSERVER = 'arcube.observeMongoClient';
