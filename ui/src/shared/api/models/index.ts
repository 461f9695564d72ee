/** The shapes that the server answers with, named once. They follow the server's OpenAPI document. */
export type * from './assistant';
export type * from './audit';
export type * from './connections';
export type * from './identity';
export type * from './page';
export type * from './past';
export type * from './processing';
export type * from './projects';
