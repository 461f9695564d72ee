import {
  BookOpenText,
  Cable,
  FolderClosed,
  Gauge,
  History,
  Hourglass,
  Layers,
  LayoutDashboard,
  Mails,
  MailWarning,
  MonitorSmartphone,
  ShieldCheck,
  Sparkles,
  Sprout,
  UserRound,
  UsersRound,
} from 'lucide-react';
import { may, type Permission } from '~/identity/me';
import type { Me } from '~/shared/api/models';
import { texts } from '~/shared/texts/en';

const t = texts.app.pages;

/** Every page inside, with what it takes to be offered it. The navigation and the palette read the same list. */
const PAGES = [
  { to: '/dashboard', label: t.dashboard, icon: LayoutDashboard, group: 'workspace', exact: true },
  { to: '/dashboard/ask', label: t.ask, icon: Sparkles, group: 'workspace', needs: 'runs:use' },
  {
    to: '/dashboard/connections',
    label: t.connections,
    icon: Cable,
    group: 'workspace',
    needs: 'connections:use',
  },
  {
    to: '/dashboard/projects',
    label: t.projects,
    icon: FolderClosed,
    group: 'workspace',
    needs: 'projects:read',
  },
  { to: '/dashboard/history', label: t.history, icon: History, group: 'workspace', needs: 'activity:read' },
  { to: '/settings/profile', label: t.profile, icon: UserRound, group: 'settings' },
  { to: '/settings/sessions', label: t.sessions, icon: MonitorSmartphone, group: 'settings' },
  { to: '/admin/overview', label: t.overview, icon: Gauge, group: 'admin', needs: 'overview:read' },
  { to: '/admin/events', label: t.events, icon: BookOpenText, group: 'admin', needs: 'overview:read' },
  { to: '/admin/users', label: t.users, icon: UsersRound, group: 'admin', needs: 'users:manage' },
  {
    to: '/admin/projections',
    label: t.projections,
    icon: Layers,
    group: 'admin',
    needs: 'projections:manage',
  },
  {
    to: '/admin/dead-letters',
    label: t.deadLetters,
    icon: MailWarning,
    group: 'admin',
    needs: 'projections:manage',
  },
  { to: '/admin/past', label: t.past, icon: Hourglass, group: 'admin', needs: 'audit:read' },
  { to: '/admin/growth', label: t.growth, icon: Sprout, group: 'admin', needs: 'overview:read' },
  { to: '/admin/proof', label: t.proof, icon: ShieldCheck, group: 'admin', needs: 'audit:read' },
  { to: '/admin/outbox', label: t.outbox, icon: Mails, group: 'admin', needs: 'outbox:read' },
] as const;

export type Group = (typeof PAGES)[number]['group'];
export const GROUPS: Group[] = ['workspace', 'settings', 'admin'];

const needOf = (page: (typeof PAGES)[number]): Permission | null => ('needs' in page ? page.needs : null);

export function pagesFor(me: Me) {
  return PAGES.filter((page) => {
    const need = needOf(page);
    return need === null || may(me, need);
  });
}
