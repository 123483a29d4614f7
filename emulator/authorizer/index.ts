export { type AuthorizersOptions, createAuthorizers } from './authorizers.js';
