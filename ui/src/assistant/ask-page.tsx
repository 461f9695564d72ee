import { Skeleton } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { connectionList } from '~/connections/queries';
import { useMe } from '~/identity/me';
import type { NewRun } from '~/shared/api/models';
import { texts } from '~/shared/texts/en';
import { ButtonLink } from '~/shared/ui/button-link';
import { Empty } from '~/shared/ui/empty';
import { Fault } from '~/shared/ui/fault';
import { PageHead } from '~/shared/ui/page-head';
import classes from './ask-page.module.css';
import { QuestionBox } from './question-box';
import { RecentRuns } from './recent-runs';
import { RunView } from './run-view';
import { ask, forget } from './runs';
import { Suggestions } from './suggestions';
import { useRun } from './use-run';

const t = texts.assistant;

/** Asking, and the answer. The run stands in the address, so an answer can be gone back to. */
export function AskPage() {
  const me = useMe();
  const { runId } = useParams({ strict: false });
  const { q } = useSearch({ strict: false });
  const navigate = useNavigate();
  const queries = useQueryClient();
  const connections = useQuery(connectionList);
  const [used, use] = useState<string | null>(null);
  const all = connections.data?.items ?? [];
  const wanted = used ?? me.selectedConnectionId;
  const connection = all.find(({ id }) => id === wanted) ?? all.find(({ selected }) => selected) ?? all[0];
  const asking = useMutation({
    mutationFn: (run: NewRun) => ask(run, queries),
    onSuccess: (id) => navigate({ to: '/dashboard/ask/$runId', params: { runId: id } }),
  });

  return (
    <div className={classes.page}>
      <div className={classes.work}>
        <PageHead title={t.title} lead={runId ? undefined : t.lead}>
          {runId && (
            <>
              <ButtonLink
                to="/dashboard/history/$kind/$id"
                params={{ kind: 'runs', id: runId }}
                variant="subtle"
                color="gray"
                size="xs"
                fz="sm"
              >
                {texts.past.look}
              </ButtonLink>
              <ButtonLink to="/dashboard/ask" variant="default" size="xs" fz="sm">
                {t.newQuestion}
              </ButtonLink>
            </>
          )}
        </PageHead>
        {connections.error && <Fault cause={connections.error} retry={() => void connections.refetch()} />}
        {connections.isPending && <Skeleton height={118} radius="lg" />}
        {connections.data && !connection && (
          <Empty title={t.noConnection}>
            <ButtonLink to="/dashboard/connections" search={{ add: 'postgres' }}>
              {texts.connections.add}
            </ButtonLink>
          </Empty>
        )}
        {connection && (
          <QuestionBox
            key={q}
            initial={q}
            connections={all}
            connection={connection}
            use={use}
            ask={asking.mutate}
            busy={asking.isPending}
          />
        )}
        {asking.error && (
          <Fault
            title={t.failed}
            cause={asking.error}
            retry={() => asking.variables && asking.mutate(asking.variables)}
          />
        )}
        {runId && <OneRun id={runId} ask={asking.mutate} />}
        {!runId && connection && (
          <Suggestions
            connection={connection}
            ask={(question) => asking.mutate({ question, connectionId: connection.id })}
          />
        )}
      </div>
      <RecentRuns current={runId} />
    </div>
  );
}

function OneRun({ id, ask: next }: { id: string; ask: (run: NewRun) => void }) {
  const [time, setTime] = useState(0);
  const run = useRun(id, time);
  if (!run) return <Skeleton height={200} />;
  return (
    <RunView
      id={id}
      run={run}
      ask={next}
      reopen={() => {
        forget(id);
        setTime((n) => n + 1);
      }}
    />
  );
}
