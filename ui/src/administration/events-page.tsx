import { Skeleton, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { KeyRound, Lock, Search } from 'lucide-react';
import { contextTitle, kindName } from '~/audit/kinds';
import { eventCatalogue } from '~/audit/queries';
import type { EventField, EventKind } from '~/shared/api/models';
import { texts } from '~/shared/texts/en';
import card from '~/shared/ui/card.module.css';
import { CodeName } from '~/shared/ui/code-name';
import { Empty } from '~/shared/ui/empty';
import { Fault } from '~/shared/ui/fault';
import { PageHead } from '~/shared/ui/page-head';
import classes from './events.module.css';
import { OnlyFor } from './only-for';

const t = texts.administration.events;
const here = getRouteApi('/inside/admin/events');

export function EventsPage() {
  return (
    <OnlyFor permission="overview:read">
      <Catalogue />
    </OnlyFor>
  );
}

function Catalogue() {
  const { q = '' } = here.useSearch();
  const navigate = here.useNavigate();
  const { data, error, refetch, isPending } = useQuery(eventCatalogue);
  const found = data?.items.filter((kind) => matches(kind, q)) ?? [];
  const contexts = [...new Set(found.map(({ context }) => context))];
  return (
    <>
      <PageHead title={t.title} lead={t.lead} />
      <TextInput
        className={classes.search}
        aria-label={t.search}
        placeholder={t.search}
        leftSection={<Search size={15} aria-hidden="true" />}
        data-search
        value={q}
        onChange={({ currentTarget }) =>
          void navigate({ search: { q: currentTarget.value || undefined }, replace: true })
        }
      />
      <p className={classes.legend}>
        <Lock size={13} aria-hidden="true" /> {t.legend}
        {'\u00a0'}
        <KeyRound size={13} aria-hidden="true" />
      </p>
      {error && <Fault cause={error} retry={() => void refetch()} />}
      {isPending && <Skeleton height={420} radius="lg" />}
      {data && found.length === 0 && <Empty title={t.none} detail={t.noneDetail} />}
      {contexts.map((context) => (
        <section key={context} className={classes.context} aria-label={contextTitle(context)}>
          <h2>{contextTitle(context)}</h2>
          <ul className={`${card.card} ${card.rows}`}>
            {found
              .filter((kind) => kind.context === context)
              .map((kind) => (
                <Kind key={kind.name} kind={kind} />
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}

const matches = ({ name, fields }: EventKind, words: string) => {
  const wanted = words.trim().toLowerCase();
  return [name, kindName(name), ...fields.map((field) => field.name)].some((text) =>
    text.toLowerCase().includes(wanted),
  );
};

function Kind({ kind }: { kind: EventKind }) {
  const words = kindName(kind.name);
  return (
    <li className={classes.kind}>
      <div>
        <h3>{words}</h3>
        <small className="mono">
          <CodeName name={kind.name} />
        </small>
        <small>
          {t.revision(kind.revision)}
          {kind.detail && `, ${t.detail}`}
        </small>
        <Link
          to="/dashboard/history"
          search={{ scope: 'all', type: kind.name }}
          aria-label={`${t.inHistory}: ${words}`}
        >
          {t.inHistory}
        </Link>
      </div>
      <dl>
        <dt>{t.fields}</dt>
        <dd>
          {kind.fields.map((field) => (
            <Field key={field.name} field={field} />
          ))}
        </dd>
        <dt>{t.readModels}</dt>
        <dd>{kind.readModels.join(', ') || t.nobody}</dd>
        {kind.automations.length > 0 && (
          <>
            <dt>{t.automations}</dt>
            <dd>{kind.automations.join(', ')}</dd>
          </>
        )}
      </dl>
    </li>
  );
}

function Field({ field: { name, type, personal, subject } }: { field: EventField }) {
  return (
    <span className={classes.field}>
      <code className="mono">{name}</code> <span>{type}</span>
      {personal && <Lock size={13} role="img" aria-label={t.personal} />}
      {subject && <KeyRound size={13} role="img" aria-label={t.subject} />}
    </span>
  );
}
