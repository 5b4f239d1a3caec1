// The contract without its schemas: this entry weighs next to nothing in a page. The schemas have an entry of their own.

export * from './admission.ts';
export * from './edits.ts';
export type * from './endpoints.ts';
export type * from './entities.ts';
export * from './limits.ts';
export * from './membership.ts';
export * from './money-fields.ts';
export * from './notifications.ts';
export * from './problems.ts';
export * from './revisions.ts';
export * from './roles.ts';
export * from './routes.ts';
export * from './summary.ts';
