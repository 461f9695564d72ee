import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type Ref, useRef, useState } from 'react';
import type { Mail } from '~/shared/api/models';
import { texts } from '~/shared/texts/en';
import { absolute } from '~/shared/texts/format';
import { Ago } from '~/shared/ui/ago';
import card from '~/shared/ui/card.module.css';
import { Empty } from '~/shared/ui/empty';
import { Fault } from '~/shared/ui/fault';
import { PageHead } from '~/shared/ui/page-head';
import { Status, type Tone } from '~/shared/ui/status';
import { withLinks } from './links';
import { OnlyFor } from './only-for';
import classes from './outbox.module.css';
import { outboxList } from './queries';

const t = texts.administration.outbox;
const TONES: Record<Mail['status'], Tone> = { kept: 'quiet', sent: 'good', waiting: 'busy', failed: 'bad' };

export function OutboxPage() {
  return (
    <OnlyFor permission="outbox:read">
      <Outbox />
    </OnlyFor>
  );
}

function Outbox() {
  const { data, error, refetch, isPending } = useQuery(outboxList);
  const [chosen, choose] = useState<string | null>(null);
  const shown = useRef<HTMLElement>(null);
  const letters = data?.items ?? [];
  const letter = letters.find(({ id }) => id === chosen) ?? letters[0];
  return (
    <>
      <PageHead title={t.title} lead={t.lead} />
      {error && <Fault cause={error} retry={() => void refetch()} />}
      {isPending && <Skeleton height={320} radius="lg" />}
      {data && letters.length === 0 && <Empty title={t.empty} detail={t.emptyDetail} />}
      {letter && (
        <div className={classes.outbox}>
          <ul className={`${card.card} ${card.rows} ${classes.list}`}>
            {letters.map(({ id, subject, recipient, status, createdAt }) => (
              <li key={id}>
                <button
                  type="button"
                  onClick={() => {
                    choose(id);
                    // on a phone it stands below the list
                    shown.current?.scrollIntoView({ block: 'nearest' });
                  }}
                  aria-pressed={id === letter.id}
                  className={classes.item}
                >
                  <strong>{subject}</strong>
                  <span>{recipient}</span>
                  <span className={classes.meta}>
                    <Status tone={TONES[status]}>{t.states[status]}</Status>
                    <Ago time={createdAt} />
                  </span>
                </button>
              </li>
            ))}
          </ul>
          <Letter letter={letter} place={shown} />
        </div>
      )}
    </>
  );
}

function Letter({ letter, place }: { letter: Mail; place: Ref<HTMLElement> }) {
  return (
    <article ref={place} className={`${card.card} ${classes.letter}`} aria-label={letter.subject}>
      <h2>{letter.subject}</h2>
      <p className={classes.meta}>
        {t.to} {letter.recipient}
        <span>{absolute(letter.createdAt)}</span>
        {letter.attempts > 0 && <span>{t.attempts(letter.attempts)}</span>}
      </p>
      {letter.error && <p className={classes.error}>{letter.error}</p>}
      <div className={classes.body}>
        {withLinks(letter.body).map((piece, index) =>
          piece.href ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no other identity
            <a key={index} href={piece.href}>
              {piece.text}
            </a>
          ) : (
            piece.text
          ),
        )}
      </div>
    </article>
  );
}
