import { Anchor, Drawer, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { LogEntry } from '~/shared/api/models';
import { texts } from '~/shared/texts/en';
import { absolute, count } from '~/shared/texts/format';
import { Copy } from '~/shared/ui/copy';
import classes from './history-page.module.css';
import type { LogSearch } from './log-search';

const t = texts.audit;

type Props = { search: LogSearch; entries: LogEntry[]; change: (next: LogSearch, replace?: boolean) => void };

/** Everything that the log knows about one entry, with the ways to its cause and to the thing that it is about. */
export function EntryDrawer({ search, entries, change }: Props) {
  const entry = entries.find(({ position }) => String(position) === search.entry);
  const close = () => change({ ...search, entry: undefined });
  return (
    <Drawer
      opened={search.entry !== undefined && entries.length > 0}
      onClose={close}
      position="right"
      size="lg"
      title={`${t.entry} ${count(Number(search.entry))}`}
      closeButtonProps={{ 'aria-label': texts.common.close }}
    >
      {entry ? (
        <>
          <p className={classes.sentence}>{entry.sentence}</p>
          <Facts entry={entry} />
          <Group gap="lg">
            <Cause
              entry={entry}
              entries={entries}
              go={(to) => change({ ...search, entry: String(to) }, false)}
            />
            {search.scope === 'all' && entry.actorId && (
              <Anchor
                component="button"
                onClick={() => change({ scope: 'all', actor: entry.actorId ?? undefined }, false)}
              >
                {t.samePerson}
              </Anchor>
            )}
            {entry.aggregateId && (
              <Anchor
                component="button"
                onClick={() =>
                  change({ scope: search.scope, aggregate: entry.aggregateId ?? undefined }, false)
                }
              >
                {t.sameThing}
              </Anchor>
            )}
          </Group>
        </>
      ) : (
        <Text c="dimmed">{t.notLoaded}</Text>
      )}
    </Drawer>
  );
}

type CauseProps = { entry: LogEntry; entries: LogEntry[]; go: (position: number) => void };

function Cause({ entry, entries, go }: CauseProps) {
  const cause = entries.find(({ eventId }) => eventId === entry.causationId);
  if (!cause || cause === entry) return null;
  return (
    <Anchor component="button" onClick={() => go(cause.position)} title={cause.sentence}>
      {t.causedBy}
    </Anchor>
  );
}

function Facts({ entry }: { entry: LogEntry }) {
  const f = t.fields;
  const actor = entry.actorName ?? t.actors[entry.actorKind];
  return (
    <dl className={classes.facts}>
      <Fact name={f.at}>{absolute(entry.at)}</Fact>
      <Fact name={f.actor}>{actor}</Fact>
      {entry.address && (
        <Fact name={f.address}>
          <span className="mono">{entry.address}</span>
        </Fact>
      )}
      <Fact name={f.type}>
        <code className="mono">{entry.type}</code>
        {entry.revision && ` · ${f.revision} ${entry.revision}`}
      </Fact>
      {entry.aggregateId && (
        <Identifier name={entry.aggregateType ?? f.aggregate} value={entry.aggregateId} />
      )}
      {typeof entry.sequence === 'number' && <Fact name={f.sequence}>{count(entry.sequence)}</Fact>}
      {entry.sessionId && <Identifier name={f.session} value={entry.sessionId} />}
      {entry.correlationId && <Identifier name={f.correlation} value={entry.correlationId} />}
      {entry.causationId && <Identifier name={f.causation} value={entry.causationId} />}
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

function Identifier({ name, value }: { name: string; value: string }) {
  return (
    <Fact name={name}>
      <span className="mono" style={{ fontSize: '0.82rem' }}>
        {value}
      </span>{' '}
      <Copy value={value} />
    </Fact>
  );
}
