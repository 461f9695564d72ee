import { Anchor, Skeleton, TextInput } from '@mantine/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { call } from '~/shared/api/client';
import { texts } from '~/shared/texts/en';
import card from '~/shared/ui/card.module.css';
import { Empty } from '~/shared/ui/empty';
import { Fault } from '~/shared/ui/fault';
import { Logo } from '~/shared/ui/logo';
import { PageHead } from '~/shared/ui/page-head';
import { ThemeSwitch } from '~/shared/ui/theme-switch';
import classes from './docs.module.css';
import { type Document, hasWords, operationsOf } from './openapi';
import { OperationCard } from './operation-card';

const t = texts.docs;
const PATH = '/api/openapi.json';

const apiDocument = queryOptions({
  queryKey: ['openapi'],
  queryFn: async () => (await call(new Request(new URL(PATH, location.origin)))).json() as Promise<Document>,
  staleTime: Number.POSITIVE_INFINITY,
});

/** The OpenAPI document for people: every operation with what it takes and answers. */
export function DocsPage() {
  const { data, error, refetch, isPending } = useQuery(apiDocument);
  return (
    <div className={classes.page}>
      <header className={classes.top}>
        <Link to="/" className={classes.home}>
          <Logo />
        </Link>
        <ThemeSwitch />
      </header>
      <main id="main">
        <PageHead title={t.title} lead={t.lead}>
          <Anchor href={PATH}>{t.document}</Anchor>
        </PageHead>
        {error && <Fault cause={error} retry={() => void refetch()} />}
        {isPending && <Skeleton height={480} radius="lg" />}
        {data && <Reference document={data} />}
      </main>
    </div>
  );
}

function Reference({ document }: { document: Document }) {
  const [words, search] = useState('');
  const opened = decodeURIComponent(location.hash.slice(1));
  const areas = [...operationsOf(document)]
    .map(([area, all]) => ({ area, found: all.filter((operation) => hasWords(operation, words)) }))
    .filter(({ found }) => found.length > 0);
  return (
    <div className={classes.columns}>
      <nav className={classes.contents} aria-label={t.contents}>
        <TextInput
          type="search"
          aria-label={t.search}
          placeholder={t.search}
          leftSection={<Search size={15} aria-hidden="true" />}
          value={words}
          onChange={({ currentTarget }) => search(currentTarget.value)}
        />
        <ul>
          {areas.map(({ area, found }) => (
            <li key={area}>
              <a href={`#${area}`}>
                {t.areas[area] ?? area} <span>{found.length}</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className={classes.areas}>
        {words === '' && <Conventions />}
        {areas.length === 0 && <Empty title={t.none} detail={t.noneDetail} />}
        {areas.map(({ area, found }) => (
          <section key={area} id={area} className={classes.area} aria-labelledby={`${area}-title`}>
            <h2 id={`${area}-title`} className={card.title}>
              {t.areas[area] ?? area}
            </h2>
            <ul className={`${card.card} ${card.rows}`}>
              {found.map((operation) => (
                <OperationCard
                  key={operation.id}
                  operation={operation}
                  document={document}
                  opened={operation.id === opened}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  );
}

function Conventions() {
  return (
    <section className={`${card.card} ${card.padded}`} aria-labelledby="conventions">
      <h2 id="conventions" className={card.title}>
        {t.conventions.title}
      </h2>
      <dl className={classes.rules}>
        {t.conventions.rules.map(([name, rule]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{rule}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
