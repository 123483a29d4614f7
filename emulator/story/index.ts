export { findKept, StoryStore } from './store.js';
