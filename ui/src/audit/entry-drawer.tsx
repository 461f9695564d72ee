import { Anchor, Drawer, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { createLink } from '@tanstack/react-router';
import { ListFilter } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ExportedPart, LogEntry } from '~/shared/api/models';
import { texts } from '~/shared/texts/en';
import { absolute, count } from '~/shared/texts/format';
import { Copy } from '~/shared/ui/copy';
import { Fault } from '~/shared/ui/fault';
import classes from './entry-drawer.module.css';
import { exportedWords } from './exported';
import { kindName } from './kinds';
import type { LogSearch } from './log-search';
import { kindOfAggregate } from './past/past-search';
import { logTrail } from './queries';
import { Trail } from './trail';

const t = texts.audit;
const f = t.fields;
const AnchorLink = createLink(Anchor);

type Same = keyof typeof t.sameOf;
type Props = { search: LogSearch; change: (next: LogSearch, replace?: boolean) => void };

/** Everything that the log knows about one entry, between what led to it and what came of it. */
export function EntryDrawer({ search, change }: Props) {
  const all = search.scope === 'all';
  const at = Number(search.entry ?? Number.NaN);
  const asked = search.entry !== undefined && Number.isSafeInteger(at);
  const { data, error, refetch } = useQuery({ ...logTrail(all, at), enabled: asked });
  const narrow = (key: Same, value: string) => change({ scope: search.scope, [key]: value }, false);
  return (
    <Drawer
      opened={asked}
      onClose={() => change({ ...search, entry: undefined })}
      position="right"
      size="lg"
      title={`${t.entry} ${count(at)}`}
      closeButtonProps={{ 'aria-label': texts.common.close }}
    >
      {error && <Fault cause={error} retry={() => void refetch()} />}
      {data && (
        <>
          <p className={classes.sentence}>{data.entry.sentence}</p>
          <Trail trail={data} go={(position) => change({ ...search, entry: String(position) }, false)} />
          {data.exported && <Exported part={data.exported} />}
          <Facts entry={data.entry} all={all} narrow={narrow} />
          <Past entry={data.entry} />
        </>
      )}
      {!data && !error && <Skeleton height={160} />}
    </Drawer>
  );
}

/** What went out of the house. */
function Exported({ part }: { part: ExportedPart }) {
  const words = exportedWords(part);
  return (
    <section aria-label={t.exported} className={classes.part}>
      <h3>{t.exported}</h3>
      {words.length === 0 ? (
        <p>{t.exportedAll}</p>
      ) : (
        <dl className={classes.facts}>
          {words.map(([name, value]) => (
            <Fact key={`${name} ${value}`} name={name}>
              {value}
            </Fact>
          ))}
        </dl>
      )}
    </section>
  );
}

/** The way to how the thing was right after this entry. */
function Past({ entry }: { entry: LogEntry }) {
  const kind = kindOfAggregate(entry.aggregateType);
  if (!kind || !entry.aggregateId) return null;
  return (
    <p className={classes.past}>
      <AnchorLink
        to="/dashboard/history/$kind/$id"
        params={{ kind, id: entry.aggregateId }}
        search={{ at: entry.position }}
      >
        {texts.past.travel}
      </AnchorLink>
    </p>
  );
}

type FactsProps = { entry: LogEntry; all: boolean; narrow: (key: Same, value: string) => void };

function Facts({ entry, all, narrow }: FactsProps) {
  const only = (key: Same, value: string | null) =>
    value && (all || (key !== 'actor' && key !== 'subject')) ? (
      <button
        type="button"
        className={classes.only}
        aria-label={t.sameOf[key]}
        title={t.sameOf[key]}
        onClick={() => narrow(key, value)}
      >
        <ListFilter size={14} aria-hidden="true" />
      </button>
    ) : null;
  return (
    <dl className={classes.facts}>
      <Fact name={f.at}>{absolute(entry.at)}</Fact>
      <Fact name={f.actor}>
        {entry.actorName ?? t.actors[entry.actorKind]} {only('actor', entry.actorId)}
      </Fact>
      {entry.subjectId && entry.subjectId !== entry.actorId && (
        <Fact name={f.subject}>
          <AnchorLink to="/dashboard/history/$kind/$id" params={{ kind: 'users', id: entry.subjectId }}>
            {entry.subjectName ?? t.erased}
          </AnchorLink>{' '}
          {only('subject', entry.subjectId)}
        </Fact>
      )}
      {entry.device && <Fact name={f.device}>{entry.device}</Fact>}
      {entry.address && (
        <Fact name={f.address}>
          <span className="mono">{entry.address}</span> {only('address', entry.address)}
        </Fact>
      )}
      <Fact name={f.type}>
        {kindName(entry.type)}
        <small className={classes.technical}>
          <code className="mono">{entry.type}</code>
          {entry.revision && ` · ${f.revision} ${entry.revision}`}
        </small>
      </Fact>
      {entry.command && (
        <Fact name={f.command}>
          <code className="mono">{entry.command}</code>
        </Fact>
      )}
      <Identifier name={entry.aggregateType ?? f.aggregate} value={entry.aggregateId}>
        {only('aggregate', entry.aggregateId)}
      </Identifier>
      {typeof entry.sequence === 'number' && <Fact name={f.sequence}>{count(entry.sequence + 1)}</Fact>}
      <Identifier name={f.session} value={entry.sessionId}>
        {only('session', entry.sessionId)}
      </Identifier>
      <Identifier name={f.correlation} value={entry.correlationId}>
        {only('correlation', entry.correlationId)}
      </Identifier>
      <Identifier name={f.eventId} value={entry.eventId} />
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

type IdentifierProps = { name: string; value: string | null; children?: ReactNode };

function Identifier({ name, value, children }: IdentifierProps) {
  if (!value) return null;
  return (
    <Fact name={name}>
      <span className={`mono ${classes.identifier}`}>{value}</span> <Copy value={value} /> {children}
    </Fact>
  );
}
