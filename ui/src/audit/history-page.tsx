import { Button, SegmentedControl, Skeleton } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { Pause, Play, X } from 'lucide-react';
import { may, useMe } from '~/identity/me';
import { texts } from '~/shared/texts/en';
import { wholeDay } from '~/shared/texts/format';
import { Empty } from '~/shared/ui/empty';
import { Fault } from '~/shared/ui/fault';
import { PageHead } from '~/shared/ui/page-head';
import { byDay } from './by-day';
import { Download } from './download';
import { EntryDrawer } from './entry-drawer';
import { Filters } from './filters';
import { inOrder } from './grown';
import classes from './history-page.module.css';
import { LogLine } from './log-line';
import line from './log-line.module.css';
import { isFiltered, type LogSearch } from './log-search';
import { SavedSearches } from './saved-searches';
import { useTail } from './use-tail';

const t = texts.audit;
const here = getRouteApi('/inside/dashboard/history');

export function HistoryPage() {
  const me = useMe();
  const raw = here.useSearch();
  const search: LogSearch = may(me, 'audit:read') ? raw : { ...raw, scope: undefined };
  const navigate = here.useNavigate();
  const change = (next: LogSearch, replace = true) => void navigate({ search: next, replace });
  const { log, ...tail } = useTail(search);
  const entries = inOrder(log.data);
  const filtered = isFiltered(search);

  return (
    <>
      <PageHead title={t.title} lead={t.lead}>
        <SavedSearches search={search} change={change} />
        <Download search={search} />
        {may(me, 'audit:read') && (
          <SegmentedControl
            aria-label={t.title}
            value={search.scope ?? 'mine'}
            onChange={(scope) =>
              change({ ...search, entry: undefined, scope: scope === 'all' ? 'all' : undefined }, false)
            }
            data={[
              { value: 'mine', label: t.mine },
              { value: 'all', label: t.everything },
            ]}
          />
        )}
      </PageHead>
      <Filters search={search} entries={entries} change={change} />
      <div className={classes.tail}>
        {(log.data || log.isPending) && <Tail {...tail} disabled={log.data === undefined} />}
        {filtered && (
          <Button
            className={classes.clear}
            size="xs"
            fz="sm"
            variant="subtle"
            color="gray"
            leftSection={<X size={14} aria-hidden="true" />}
            onClick={() => change({ scope: search.scope })}
          >
            {t.clear}
          </Button>
        )}
      </div>
      {log.data?.pages[0]?.morePeople && <p className={classes.note}>{t.morePeople}</p>}
      {log.error && <Fault cause={log.error} retry={() => void log.refetch()} />}
      {log.isPending && <LinesToCome />}
      {log.data && entries.length === 0 && (
        <Empty title={filtered ? t.noMatch : t.empty} detail={filtered ? t.noMatchDetail : t.emptyDetail}>
          {filtered && (
            <Button variant="default" onClick={() => change({ scope: search.scope })}>
              {t.clear}
            </Button>
          )}
        </Empty>
      )}
      {byDay(entries).map(({ day, items }) => (
        <section key={day} className={classes.day} aria-label={wholeDay(items[0]?.at ?? day)}>
          <h2 className={classes.date}>{wholeDay(items[0]?.at ?? day)}</h2>
          <ol className={line.page}>
            {items.map((entry) => (
              <LogLine
                key={entry.eventId}
                entry={entry}
                opened={search.entry === String(entry.position)}
                open={() => change({ ...search, entry: String(entry.position) }, false)}
              />
            ))}
          </ol>
        </section>
      ))}
      {entries.length > 0 && (
        <div className={classes.end}>
          {log.hasNextPage ? (
            <Button
              variant="default"
              loading={log.isFetchingNextPage}
              onClick={() => void log.fetchNextPage()}
            >
              {texts.common.loadMore}
            </Button>
          ) : (
            <p>{filtered ? t.endOfFound : t.end}</p>
          )}
        </div>
      )}
      <EntryDrawer search={search} change={change} />
    </>
  );
}

type TailProps = Omit<ReturnType<typeof useTail>, 'log'> & { disabled: boolean };

/** Whether new entries appear, and the way to hold them back. */
function Tail({ paused, waiting, tooMany, pause, goOn, disabled }: TailProps) {
  return (
    <>
      <Button
        size="xs"
        fz="sm"
        variant={waiting > 0 ? 'light' : 'default'}
        leftSection={paused ? <Play size={14} aria-hidden="true" /> : <Pause size={14} aria-hidden="true" />}
        disabled={disabled}
        onClick={paused ? goOn : pause}
      >
        {!paused ? t.pause : tooMany ? t.manyNewer(waiting) : t.newer(waiting)}
      </Button>
      <p role="status">{paused ? t.paused : t.following}</p>
    </>
  );
}

function LinesToCome() {
  return (
    <div className={line.page} aria-hidden="true">
      {[64, 48, 72, 56, 40, 68].map((width) => (
        <div key={width} style={{ padding: '13px 20px 13px 94px' }}>
          <Skeleton height={16} width={`${width}%`} />
        </div>
      ))}
    </div>
  );
}
