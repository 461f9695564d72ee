import '@mantine/spotlight/styles.css';
import { useMantineColorScheme } from '@mantine/core';
import { Spotlight, type SpotlightActionGroupData, spotlight } from '@mantine/spotlight';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Cable, FolderClosed, MonitorSmartphone, Moon, Plus, Search, Sparkles } from 'lucide-react';
import { useEffect } from 'react';
import { recentRuns } from '~/assistant/queries';
import { connectionList } from '~/connections/queries';
import { may, useMe } from '~/identity/me';
import { projectList } from '~/projects/queries';
import { texts } from '~/shared/texts/en';
import { pagesFor } from './pages';
import classes from './palette.module.css';

const t = texts.app.palette;

/** The command palette over pages, actions and recent things. */
export default function Palette({ wish }: { wish: number }) {
  const actions = useActions();
  useEffect(() => {
    if (wish > 0) spotlight.open();
  }, [wish]);
  return (
    <Spotlight
      actions={actions}
      shortcut={null}
      highlightQuery
      classNames={{ actionsGroup: classes.group }}
      attributes={{ content: { 'aria-label': texts.app.search } }}
      scrollable
      maxHeight={440}
      nothingFound={t.nothing}
      searchProps={{
        leftSection: <Search size={18} aria-hidden="true" />,
        placeholder: texts.app.search,
        'aria-label': texts.app.search,
      }}
    />
  );
}

function useActions(): SpotlightActionGroupData[] {
  const me = useMe();
  const navigate = useNavigate();
  const { toggleColorScheme } = useMantineColorScheme();
  const runs = useQuery(recentRuns).data?.items ?? [];
  const connections = useQuery(connectionList).data?.items ?? [];
  const projects = useQuery(projectList).data?.items ?? [];
  const icon = (Icon: typeof Plus) => <Icon size={17} strokeWidth={1.8} aria-hidden="true" />;
  const action = (id: string, label: string, Icon: typeof Plus, onClick: () => void) => ({
    id,
    label,
    leftSection: icon(Icon),
    onClick,
  });

  return [
    {
      group: t.pages,
      actions: pagesFor(me).map((page) =>
        action(page.to, page.label, page.icon, () => void navigate({ to: page.to })),
      ),
    },
    {
      group: t.actions,
      actions: [
        may(me, 'runs:use') &&
          action('ask', t.newQuestion, Sparkles, () => void navigate({ to: '/dashboard/ask' })),
        may(me, 'connections:use') &&
          action('postgres', t.addPostgres, Plus, () => {
            void navigate({ to: '/dashboard/connections', search: { add: 'postgres' } });
          }),
        may(me, 'connections:use') &&
          action('mcp', t.addMcp, Plus, () => {
            void navigate({ to: '/dashboard/connections', search: { add: 'mcp' } });
          }),
        may(me, 'projects:write') &&
          action('project', t.newProject, Plus, () => {
            void navigate({ to: '/dashboard/projects', search: { add: true } });
          }),
        action(
          'devices',
          t.otherSessions,
          MonitorSmartphone,
          () => void navigate({ to: '/settings/sessions' }),
        ),
        action('theme', t.toggleTheme, Moon, toggleColorScheme),
      ].filter((offered) => offered !== false),
    },
    {
      group: t.questions,
      actions: runs.slice(0, 8).map((run) =>
        action(run.id, run.question ?? texts.assistant.ownStatement, Sparkles, () => {
          void navigate({ to: '/dashboard/ask/$runId', params: { runId: run.id } });
        }),
      ),
    },
    {
      group: t.things,
      actions: [
        ...connections.map((connection) =>
          action(connection.id, connection.name, Cable, () => {
            void navigate({ to: '/dashboard/connections', search: { open: connection.id } });
          }),
        ),
        ...projects.map((project) =>
          action(project.id, project.name, FolderClosed, () => void navigate({ to: '/dashboard/projects' })),
        ),
      ],
    },
  ].filter((group) => group.actions.length > 0);
}
