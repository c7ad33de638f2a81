/*
 * As a namespace, so that a script carries only those that it uses, and by a letter instead of a name.
 */
export * as selectors from './selector-list';
