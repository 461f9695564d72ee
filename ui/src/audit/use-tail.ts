import { useDocumentVisibility } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useLive } from '~/app/live';
import type { LogEntry } from '~/shared/api/models';
import { grown, has, type Log } from './grown';
import type { LogSearch } from './log-search';
import { logPages, newerEntries } from './queries';

/**
 * The log as it is written: whenever the live stream says that it has grown, what is newer is asked for. While the page
 * follows, new entries stand on it at once; while it pauses they are counted, and shown when it goes on.
 */
export function useTail(search: LogSearch, newest: number | undefined) {
  const queries = useQueryClient();
  const { onNews } = useLive();
  const [paused, setPaused] = useState(false);
  const [waiting, setWaiting] = useState<LogEntry[]>([]);
  const pausing = useRef(false);
  const { queryKey } = logPages(search);
  const key = JSON.stringify(queryKey);
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
    let seen = -1;
    const read = async (position: number) => {
      seen = Math.max(seen, from.current ?? -1);
      const { items, nextCursor } = await newerEntries(search, seen, position);
      if (!line.open) return;
      if (nextCursor) return void queries.invalidateQueries({ queryKey: JSON.parse(key) as typeof queryKey });
      seen = Math.max(seen, position);
      if (pausing.current) setWaiting((all) => [...items.filter((entry) => !has(all, entry)), ...all]);
      else show(items);
    };
    const line = oneByOne(read);
    line.ask(from.current ?? -1);
    const leave = onNews((news) => {
      if (search.scope !== 'all' && 'entry' in news) line.ask(news.entry.position);
      else if (search.scope === 'all' && 'position' in news) line.ask(news.position);
    });
    return () => {
      line.open = false;
      leave();
    };
  }, [key, ready, queries, show, onNews]);

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

/** Reads once at a time, and once more when there was news meanwhile; what fails is read with the next news. */
function oneByOne(read: (position: number) => Promise<void>) {
  let busy = false;
  let wanted: number | null = null;
  const line = {
    open: true,
    ask(position: number) {
      wanted = position;
      if (!busy) void work();
    },
  };
  async function work() {
    busy = true;
    while (wanted !== null && line.open) {
      const position = wanted;
      wanted = null;
      await read(position).catch(() => undefined);
    }
    busy = false;
  }
  return line;
}
