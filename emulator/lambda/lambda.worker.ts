import { startThread } from './runtime/thread.js';

startThread();
