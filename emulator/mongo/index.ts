export { createMongo, type Mongo, type MongoOptions } from './service.js';
