import { useDocumentVisibility } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { LogEntry } from '~/shared/api/models';
import { follow } from '~/shared/live/follow';
import { grown, has, type Log } from './grown';
import { type LogSearch, logQuery } from './log-search';
import { logPages } from './queries';

/**
 * The log as it is written. While the page follows, new entries stand on it at once; while it pauses they are counted,
 * and shown when it goes on.
 */
export function useTail(search: LogSearch, newest: number | undefined) {
  const queries = useQueryClient();
  const [paused, setPaused] = useState(false);
  const [waiting, setWaiting] = useState<LogEntry[]>([]);
  const pausing = useRef(false);
  const { queryKey } = logPages(search);
  const key = JSON.stringify(queryKey);
  // A browser opens six connections to a server: pages that nobody sees leave them to the others.
  const visible = useDocumentVisibility() === 'visible';
  const ready = newest !== undefined && visible;
  const from = useRef(newest);
  from.current = newest;

  const show = useCallback(
    (entries: LogEntry[]) =>
      queries.setQueryData<Log>(JSON.parse(key) as typeof queryKey, (log) => log && grown(log, entries)),
    [queries, key],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: another search is followed anew, from where it was read
  useEffect(() => {
    setWaiting([]);
    if (!ready) return;
    const path = search.scope === 'all' ? '/api/audit/tail' : '/api/activity/tail';
    const query = new URLSearchParams({ ...logQuery(search), after: String(from.current ?? -1) });
    const anew = () => void queries.invalidateQueries({ queryKey: JSON.parse(key) as typeof queryKey });
    return follow(`${path}?${query}`, {
      silence: 45_000,
      onGap: anew,
      onEvent: ({ event, data }) => {
        if (event === 'gap') anew();
        if (event !== 'entry') return;
        const entry = JSON.parse(data) as LogEntry;
        if (pausing.current) setWaiting((all) => (has(all, entry) ? all : [entry, ...all]));
        else show([entry]);
      },
    });
  }, [key, ready, queries, show]);

  const pause = () => {
    pausing.current = true;
    setPaused(true);
  };
  const goOn = () => {
    pausing.current = false;
    setPaused(false);
    show(waiting);
    setWaiting([]);
  };
  return { paused, waiting: waiting.length, pause, goOn };
}
