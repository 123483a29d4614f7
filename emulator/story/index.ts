export { type KeptBody, type KeptRequest, StoryStore } from './store.js';
