import type * as m from './models';

/**
 * The paths that this client calls, in the form that openapi-typescript generates; a test holds them and their types
 * against the server's document. Written by hand, since the document does not say which fields are always there.
 */
type Params = { query?: object; path?: object; header?: object };
type Answer<T> = { responses: { 200: { content: { 'application/json': T } } } };
type Nothing = { responses: { 204: { content?: never } } };
type Takes<B> = { requestBody: { content: { 'application/json': B } } };
type With<P extends Params> = { parameters: P };
type ById = With<{ path: { id: string } }>;
type Paged = { limit?: number; cursor?: string };
type AtLeast = { header?: { 'Daybook-Position'?: string } };

export type LogQuery = Paged & {
  q?: string;
  actor?: string;
  type?: string;
  from?: string;
  to?: string;
  subject?: string;
  aggregate?: string;
  context?: string;
  session?: string;
  address?: string;
  correlation?: string;
  after?: string;
};
type IfMatch = With<{ path: { id: string }; header: { 'If-Match': string } }>;
type ProjectBody = { name: string; description?: string | null };

export type GenerationOrder = 'pause' | 'resume' | 'cancel' | 'accept' | 'return' | 'drop';

export interface paths {
  '/api/setup': {
    get: Answer<{ needed: boolean }>;
    post: Takes<{ token: string; email: string; password: string; fullName?: string }> & Nothing;
  };
  '/api/auth/register': {
    post: Takes<{ email: string; password: string; fullName?: string; username?: string }> &
      Answer<{ message: string }>;
  };
  '/api/auth/password-strength': {
    post: Takes<{ password: string; email?: string; fullName?: string }> & Answer<m.Strength>;
  };
  '/api/auth/login': {
    post: Takes<{ identifier: string; password: string }> & Answer<{ expiresIn: number; sessionId: string }>;
  };
  '/api/auth/logout': { post: Nothing };
  '/api/auth/verify-email': { post: Takes<{ token: string }> & Nothing };
  '/api/auth/resend-verification': { post: Takes<{ email: string }> & Nothing };
  '/api/users/me': { get: Answer<m.Me>; delete: Takes<{ password: string }> & Nothing };
  '/api/users': { get: With<{ query?: Paged & { q?: string } }> & Answer<m.Page<m.Person>> };
  '/api/users/{id}': { delete: ById & Nothing };
  '/api/sessions': {
    get: With<{ query?: Paged & { includeEnded?: boolean } }> & Answer<m.Page<m.Session>>;
    delete: With<{ query: { others: true } }> & Nothing;
  };
  '/api/sessions/{id}': { delete: ById & Nothing };
  '/api/connections': {
    get: Answer<m.Page<m.Connection>>;
    post: Takes<m.NewConnection> & Answer<m.Connection>;
  };
  '/api/connections/offers': { get: Answer<m.Offers> };
  '/api/connections/{id}': { get: ById & Answer<m.Connection>; delete: ById & Nothing };
  '/api/connections/{id}/reconnect': { post: ById & Answer<m.Connection> };
  '/api/connections/{id}/select': { post: ById & Nothing };
  '/api/connections/{id}/tools': { get: ById & Answer<m.Page<m.Tool>> };
  '/api/connections/{id}/schema': { get: ById & Answer<m.Schema> };
  '/api/projects': {
    get: With<{ query?: Paged }> & Answer<m.Page<m.Project>>;
    post: Takes<ProjectBody> & Answer<m.Project>;
  };
  '/api/projects/{id}': {
    get: ById & Answer<m.Project>;
    put: IfMatch & Takes<ProjectBody> & Answer<m.Project>;
    delete: IfMatch & Nothing;
  };
  '/api/runs': { get: With<{ query?: Paged }> & Answer<m.Page<m.Run>> };
  '/api/runs/{id}': { get: ById & Answer<m.RunWithParts>; delete: ById & Nothing };
  '/api/models': { get: Answer<m.Page<m.Model>> };
  '/api/dashboard': { get: Answer<m.DashboardFigures> };
  '/api/activity': { get: With<{ query?: LogQuery } & AtLeast> & Answer<m.LogPage> };
  '/api/audit': { get: With<{ query?: LogQuery } & AtLeast> & Answer<m.LogPage> };
  '/api/activity/filters': {
    get: Answer<m.Page<m.KeptSearch>>;
    post: Takes<{ name: string; filter: string }> & Answer<{ id: string }>;
  };
  '/api/activity/filters/{id}': { put: ById & Takes<{ name: string }> & Nothing; delete: ById & Nothing };
  '/api/activity/{at}': { get: With<{ path: { at: number } }> & Answer<m.LogTrail> };
  '/api/audit/{at}': { get: With<{ path: { at: number } }> & Answer<m.LogTrail> };
  '/api/events': { get: Answer<m.Page<m.EventKind>> };
  '/api/admin/overview': { get: With<{ query?: { days?: number } }> & Answer<m.Overview> };
  '/api/admin/growth': { get: Answer<m.LogFigures> };
  '/api/admin/growth/retention': { put: Takes<{ days: number | null }> & Nothing };
  '/api/history/{kind}': {
    get: With<{
      path: { kind: string };
      query?: Paged & { at?: string; ended?: boolean };
    }> &
      Answer<m.PastPage>;
  };
  '/api/history/{kind}/{id}': {
    get: With<{ path: { kind: string; id: string }; query?: { at?: string; against?: string } }> &
      Answer<m.PastThing>;
  };
  '/api/admin/projections': { get: Answer<m.Page<m.Projection>> };
  '/api/admin/projections/{name}/differences': {
    get: With<{ path: { name: string } }> & Answer<m.Page<m.RowDifference>>;
  };
  '/api/admin/projections/{name}/rebuild': { post: With<{ path: { name: string } }> & Nothing };
  '/api/admin/projections/{name}/{order}': {
    post: With<{ path: { name: string; order: GenerationOrder } }> & Nothing;
  };
  '/api/admin/dead-letters': {
    get: With<{ query?: Paged & { group?: string } }> & Answer<m.Page<m.DeadLetter>>;
  };
  '/api/admin/dead-letters/retry': { post: Takes<{ group: string; sequence: string }> & Nothing };
  '/api/admin/dead-letters/skip': {
    post: Takes<{ group: string; sequence: string; eventId: string; reason: string }> & Nothing;
  };
  '/api/admin/erasures': { get: With<{ query?: { limit?: number } }> & Answer<m.Page<m.Erasure>> };
  '/api/admin/audit/checkpoints': {
    get: With<{ query?: Paged }> & Answer<m.Page<m.Checkpoint>>;
    post: Answer<m.Checkpoint>;
  };
  '/api/admin/audit/checkpoints/key': { post: Answer<m.Checkpoint> };
  '/.well-known/daybook-checkpoint-keys': { get: Answer<m.CheckpointKeys> };
  '/api/admin/outbox': { get: With<{ query?: Paged }> & Answer<m.Page<m.Mail>> };
}
