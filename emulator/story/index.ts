export { findKept } from './request-files.js';
export { StoryStore } from './store.js';
