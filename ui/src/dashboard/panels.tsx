import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { useLive } from '~/app/live';
import { RunStatus } from '~/assistant/run-status';
import { LogLine } from '~/audit/log-line';
import line from '~/audit/log-line.module.css';
import { logPages } from '~/audit/queries';
import { ConnectionState } from '~/connections/connection-state';
import type { Connection, Run } from '~/shared/api/models';
import { texts } from '~/shared/texts/en';
import { Ago } from '~/shared/ui/ago';
import card from '~/shared/ui/card.module.css';
import classes from './dashboard.module.css';

const t = texts.dashboard;

type PanelProps = {
  title: string;
  all: '/dashboard/history' | '/dashboard/ask' | '/dashboard/connections';
  children: ReactNode;
};

function Panel({ title, all, children }: PanelProps) {
  return (
    <section className={card.card} aria-label={title}>
      <div className={card.head}>
        <h2 className={card.title}>{title}</h2>
        <Link to={all} aria-label={`${t.all}: ${title}`}>
          {t.all}
        </Link>
      </div>
      {children}
    </section>
  );
}

export function ConnectionsPanel({ connections }: { connections: Connection[] }) {
  return (
    <Panel title={t.connections} all="/dashboard/connections">
      <ul className={`${card.rows} ${classes.lines}`}>
        {connections.slice(0, 6).map((connection) => (
          <li key={connection.id} className={classes.item}>
            <Link to="/dashboard/connections" search={{ open: connection.id }}>
              {connection.name}
            </Link>
            <ConnectionState connection={connection} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

export function RecentPanel({ runs }: { runs: Run[] }) {
  return (
    <Panel title={t.recent} all="/dashboard/ask">
      {runs.length === 0 ? (
        <p className={classes.quiet}>{t.noRecentDetail}</p>
      ) : (
        <ul className={`${card.rows} ${classes.lines}`}>
          {runs.slice(0, 7).map((run) => (
            <li key={run.id} className={classes.item}>
              <Link to="/dashboard/ask/$runId" params={{ runId: run.id }}>
                {run.question ?? texts.assistant.ownStatement}
              </Link>
              <small>
                {run.status === 'answered' ? <Ago time={run.createdAt} /> : <RunStatus run={run} />}
              </small>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

export function ActivityPanel() {
  const { data, refetch } = useInfiniteQuery(logPages({}));
  const { onNews } = useLive();
  useEffect(() => onNews((news) => 'entry' in news && void refetch()), [onNews, refetch]);
  const entries = data?.pages[0]?.items.slice(0, 6) ?? [];
  return (
    <Panel title={t.activity} all="/dashboard/history">
      {data && entries.length === 0 ? (
        <p className={classes.quiet}>{t.noActivity}</p>
      ) : (
        <ol className={`${line.page} ${line.plain} ${classes.lines}`}>
          {entries.map((entry) => (
            <LogLine key={entry.eventId} entry={entry} />
          ))}
        </ol>
      )}
    </Panel>
  );
}
