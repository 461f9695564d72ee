import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { logSearch } from '~/audit/log-search';
import { listSearch, pastSearch } from '~/audit/past/past-search';
import { currentUser } from '~/identity/me';
import { asProblem } from '~/shared/api/problem';
import { NotFound } from './not-found';
import { PageFailed } from './page-failed';
import { PagePending } from './page-pending';
import { queryClient } from './query-client';

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound, errorComponent: PageFailed });

const landing = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('~/landing/landing-page'), 'LandingPage'),
});

const docs = createRoute({
  getParentRoute: () => root,
  path: '/api/docs',
  component: lazyRouteComponent(() => import('~/docs/docs-page'), 'DocsPage'),
});

const entry = createRoute({
  getParentRoute: () => root,
  id: 'entry',
  component: lazyRouteComponent(() => import('~/identity/entry-layout'), 'EntryLayout'),
});
const signIn = createRoute({
  getParentRoute: () => entry,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { to?: string; reason?: string } => ({
    to: text(search.to),
    reason: text(search.reason),
  }),
  component: lazyRouteComponent(() => import('~/identity/sign-in-page'), 'SignInPage'),
});
const signUp = createRoute({
  getParentRoute: () => entry,
  path: '/sign-up',
  component: lazyRouteComponent(() => import('~/identity/sign-up-page'), 'SignUpPage'),
});
const setup = createRoute({
  getParentRoute: () => entry,
  path: '/setup',
  component: lazyRouteComponent(() => import('~/identity/setup-page'), 'SetupPage'),
});
const verifyEmail = createRoute({
  getParentRoute: () => entry,
  path: '/verify-email',
  component: lazyRouteComponent(() => import('~/identity/verify-email-page'), 'VerifyEmailPage'),
});

const erased = createRoute({
  getParentRoute: () => entry,
  path: '/erased',
  component: lazyRouteComponent(() => import('~/identity/erased-page'), 'ErasedPage'),
});

const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  beforeLoad: async ({ location }) => {
    try {
      return { me: await queryClient.ensureQueryData(currentUser) };
    } catch (cause) {
      if (asProblem(cause).status !== 401) throw cause;
      throw redirect({ to: '/sign-in', search: { to: location.href } });
    }
  },
  pendingComponent: PagePending,
  component: lazyRouteComponent(() => import('~/app/shell'), 'Shell'),
});
const dashboard = createRoute({
  getParentRoute: () => inside,
  path: '/dashboard',
  component: lazyRouteComponent(() => import('~/dashboard/dashboard-page'), 'DashboardPage'),
});
const askPage = lazyRouteComponent(() => import('~/assistant/ask-page'), 'AskPage');
const ask = createRoute({
  getParentRoute: () => inside,
  path: '/dashboard/ask',
  validateSearch: (search: Record<string, unknown>): { q?: string } => ({ q: text(search.q) }),
  component: askPage,
});
const askRun = createRoute({
  getParentRoute: () => inside,
  path: '/dashboard/ask/$runId',
  component: askPage,
});
const connections = createRoute({
  getParentRoute: () => inside,
  path: '/dashboard/connections',
  validateSearch: (search: Record<string, unknown>): { add?: 'postgres' | 'mcp'; open?: string } => ({
    add: search.add === 'postgres' || search.add === 'mcp' ? search.add : undefined,
    open: text(search.open),
  }),
  component: lazyRouteComponent(() => import('~/connections/connections-page'), 'ConnectionsPage'),
});
const projects = createRoute({
  getParentRoute: () => inside,
  path: '/dashboard/projects',
  validateSearch: (search: Record<string, unknown>): { add?: true } =>
    search.add === true ? { add: true } : {},
  component: lazyRouteComponent(() => import('~/projects/projects-page'), 'ProjectsPage'),
});
const history = createRoute({
  getParentRoute: () => inside,
  path: '/dashboard/history',
  validateSearch: logSearch,
  component: lazyRouteComponent(() => import('~/audit/history-page'), 'HistoryPage'),
});
const pastThing = createRoute({
  getParentRoute: () => inside,
  path: '/dashboard/history/$kind/$id',
  validateSearch: pastSearch,
  component: lazyRouteComponent(() => import('~/audit/past/thing-page'), 'ThingPage'),
});
const pastList = createRoute({
  getParentRoute: () => inside,
  path: '/admin/past',
  validateSearch: listSearch,
  component: lazyRouteComponent(() => import('~/audit/past/list-page'), 'PastListPage'),
});
const profile = createRoute({
  getParentRoute: () => inside,
  path: '/settings/profile',
  component: lazyRouteComponent(() => import('~/identity/profile-page'), 'ProfilePage'),
});
const sessions = createRoute({
  getParentRoute: () => inside,
  path: '/settings/sessions',
  component: lazyRouteComponent(() => import('~/identity/sessions-page'), 'SessionsPage'),
});
const overview = createRoute({
  getParentRoute: () => inside,
  path: '/admin/overview',
  validateSearch: (search: Record<string, unknown>): { days?: number } => {
    const days = Number(search.days);
    return Number.isInteger(days) && days >= 1 && days <= 366 ? { days } : {};
  },
  component: lazyRouteComponent(() => import('~/administration/overview-page'), 'OverviewPage'),
});
const events = createRoute({
  getParentRoute: () => inside,
  path: '/admin/events',
  validateSearch: (search: Record<string, unknown>): { q?: string } => ({ q: text(search.q) }),
  component: lazyRouteComponent(() => import('~/administration/events-page'), 'EventsPage'),
});
const users = createRoute({
  getParentRoute: () => inside,
  path: '/admin/users',
  validateSearch: (search: Record<string, unknown>): { q?: string } => ({ q: text(search.q) }),
  component: lazyRouteComponent(() => import('~/administration/users-page'), 'UsersPage'),
});
const projections = createRoute({
  getParentRoute: () => inside,
  path: '/admin/projections',
  component: lazyRouteComponent(() => import('~/administration/projections-page'), 'ProjectionsPage'),
});
const deadLetters = createRoute({
  getParentRoute: () => inside,
  path: '/admin/dead-letters',
  validateSearch: (search: Record<string, unknown>): { group?: string } => ({ group: text(search.group) }),
  component: lazyRouteComponent(() => import('~/administration/dead-letters-page'), 'DeadLettersPage'),
});
const proof = createRoute({
  getParentRoute: () => inside,
  path: '/admin/proof',
  component: lazyRouteComponent(() => import('~/administration/proof-page'), 'ProofPage'),
});
const growth = createRoute({
  getParentRoute: () => inside,
  path: '/admin/growth',
  component: lazyRouteComponent(() => import('~/administration/growth-page'), 'GrowthPage'),
});
const outbox = createRoute({
  getParentRoute: () => inside,
  path: '/admin/outbox',
  component: lazyRouteComponent(() => import('~/administration/outbox-page'), 'OutboxPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    landing,
    docs,
    entry.addChildren([signIn, signUp, setup, verifyEmail, erased]),
    inside.addChildren([
      dashboard,
      ask,
      askRun,
      connections,
      projects,
      history,
      pastThing,
      pastList,
      profile,
      sessions,
      overview,
      events,
      users,
      projections,
      deadLetters,
      growth,
      proof,
      outbox,
    ]),
  ]),
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultPendingComponent: PagePending,
  defaultErrorComponent: PageFailed,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
