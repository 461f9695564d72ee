import { useDocumentVisibility } from '@mantine/hooks';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useLive } from '~/app/live';
import { grown, type Log, more, type Newer } from './grown';
import type { LogSearch } from './log-search';
import { logPages, newerEntries } from './queries';

/** What came while the page pauses, up to a hundred entries; beyond these they are not counted. */
type Held = Newer & { of: string; tooMany: boolean };

/**
 * The log as it is written: whenever the live stream says that it has grown, what follows is asked for. While the page
 * follows, new entries stand on it at once; while it pauses nothing is read again, new entries are counted, and shown
 * when it goes on. Another search is followed again.
 */
export function useTail(search: LogSearch) {
  const queries = useQueryClient();
  const { onNews } = useLive();
  const pages = logPages(search);
  const key = JSON.stringify(pages.queryKey);
  const [held, setHeld] = useState<Held | null>(null);
  const holding = useRef<Held | null>(null);
  const paused = held?.of === key;
  const log = useInfiniteQuery({ ...pages, enabled: !paused });
  const visible = useDocumentVisibility() === 'visible';
  const ready = log.data !== undefined && visible;

  const hold = useCallback((next: Held | null) => {
    holding.current = next;
    setHeld(next);
  }, []);
  const read = useCallback(
    () => queries.getQueryData<Log>(JSON.parse(key) as typeof pages.queryKey),
    [queries, key],
  );
  const show = useCallback(
    (newer: Newer) =>
      queries.setQueryData<Log>(
        JSON.parse(key) as typeof pages.queryKey,
        (shown) => shown && grown(shown, newer),
      ),
    [queries, key],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: another search is followed anew, from where it was read
  useEffect(() => {
    if (holding.current && holding.current.of !== key) hold(null);
    if (!ready) return;
    const line = oneByOne(async (position) => {
      const before = holding.current ?? read()?.pages[0];
      if (!before?.following || holding.current?.tooMany) return;
      const newer = await newerEntries(search, before.following, position);
      if (!line.open) return;
      const now = holding.current;
      const tooMany = newer.nextCursor !== null;
      if (now) hold({ ...now, ...newer, items: more(now.items, newer.items), tooMany });
      else if (tooMany) void queries.invalidateQueries({ queryKey: JSON.parse(key) });
      else show(newer);
    });
    line.ask(-1);
    const leave = onNews((news) => {
      if ('missed' in news) line.ask(-1);
      else if (search.scope !== 'all' && 'entry' in news) line.ask(news.entry.position);
      else if (search.scope === 'all' && 'position' in news) line.ask(news.position);
    });
    return () => {
      line.open = false;
      leave();
    };
  }, [key, ready, queries, show, read, hold, onNews]);

  const pause = () =>
    hold({ of: key, items: [], following: read()?.pages[0]?.following ?? null, tooMany: false });
  const goOn = () => {
    if (held && !held.tooMany) show(held);
    hold(null);
  };
  return {
    log,
    paused,
    waiting: paused ? held.items.length : 0,
    tooMany: paused && held.tooMany,
    pause,
    goOn,
  };
}

/** Reads once at a time, and once more when there was news meanwhile; what fails is read with the next news. */
function oneByOne(read: (position: number) => Promise<void>) {
  let busy = false;
  let wanted: number | null = null;
  const line = {
    open: true,
    ask(position: number) {
      wanted = Math.max(wanted ?? -1, position);
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
