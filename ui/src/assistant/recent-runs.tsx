import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { texts } from '~/shared/texts/en';
import { Ago } from '~/shared/ui/ago';
import classes from './ask-page.module.css';
import { recentRuns } from './queries';
import { RunStatus } from './run-status';

const t = texts.assistant;

export function RecentRuns({ current }: { current?: string }) {
  const { data, isPending } = useQuery(recentRuns);
  return (
    <aside className={classes.recent} aria-label={t.recent}>
      <h2>{t.recent}</h2>
      {isPending && <Skeleton height={160} />}
      {data?.items.length === 0 && <p>{t.noRuns}</p>}
      <ul>
        {data?.items.map((run) => (
          <li key={run.id}>
            <Link
              to="/dashboard/ask/$runId"
              params={{ runId: run.id }}
              aria-current={run.id === current ? 'page' : undefined}
            >
              <span>{run.question ?? run.sql ?? t.ownStatement}</span>
              <small>
                {run.status === 'answered' ? <Ago time={run.createdAt} /> : <RunStatus run={run} />}
              </small>
            </Link>
          </li>
        ))}
      </ul>
    </aside>
  );
}
