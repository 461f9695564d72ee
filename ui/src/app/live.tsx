import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import { sessionList } from '~/identity/session-list';
import { ownSession, rememberSession } from '~/identity/signed-in-hint';
import { session } from '~/shared/api/client';
import type { Connection, LogEntry, Page } from '~/shared/api/models';
import { followTogether } from '~/shared/live/follow-together';
import { useLeave } from './leave';

/** An entry of this person's own, how far the whole log has come, or that something may have been missed. */
export type News = { entry: LogEntry } | { position: number } | { missed: true };

type LiveState = { open: boolean; onNews: (listener: (news: News) => void) => () => void };

const Live = createContext<LiveState>({ open: false, onNews: () => () => undefined });

export const useLive = () => useContext(Live);

/** What is shown elsewhere and may have changed when an event of a context was logged. */
const STALE: Record<string, string[]> = {
  identity: ['sessions', 'dashboard'],
  connections: ['connections', 'dashboard'],
  projects: ['projects', 'dashboard'],
  assistant: ['runs', 'dashboard'],
};

/** Keeps one stream open while somebody is signed in, and lets what is on the screen follow it. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const queries = useQueryClient();
  const leave = useLeave();
  const [open, setOpen] = useState(false);
  const listeners = useRef(new Set<(news: News) => void>());

  useEffect(() => {
    if (!ownSession()) {
      queries
        .ensureQueryData(sessionList(false))
        .then(({ items }) => items.find((one) => one.current))
        .then(
          (own) => own && rememberSession(own.id),
          () => undefined,
        );
    }
    const tell = (news: News) => {
      for (const listener of listeners.current) listener(news);
    };
    return followTogether('/api/live', {
      onState: setOpen,
      silence: 45_000,
      onGap: () => {
        void queries.invalidateQueries();
        tell({ missed: true });
      },
      onEvent: ({ event, data }) => {
        if (event === 'session-ended') {
          const { sessionId, reason } = JSON.parse(data) as { sessionId: string; reason: string };
          if (sessionId === ownSession()) void leave(reason);
          else void queries.invalidateQueries({ queryKey: ['sessions'] });
        } else if (event === 'activity') {
          const entry = JSON.parse(data) as LogEntry;
          session.saw(entry.position);
          tell({ entry });
          if (entry.type.includes('Verified')) void queries.invalidateQueries({ queryKey: ['me'] });
          for (const key of STALE[entry.type.split('.')[0] ?? ''] ?? []) {
            void queries.invalidateQueries({ queryKey: [key] });
          }
        } else if (event === 'grown') {
          tell(JSON.parse(data) as { position: number });
        } else if (event === 'connections') {
          const { id, ...change } = JSON.parse(data) as Pick<Connection, 'id' | 'status' | 'reason'>;
          queries.setQueryData<Page<Connection>>(
            ['connections'],
            (page) =>
              page && { ...page, items: page.items.map((c) => (c.id === id ? { ...c, ...change } : c)) },
          );
        }
      },
    });
  }, [queries, leave]);

  const onNews = useRef((listener: (news: News) => void) => {
    listeners.current.add(listener);
    return () => void listeners.current.delete(listener);
  });
  return <Live value={{ open, onNews: onNews.current }}>{children}</Live>;
}
