import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Database, Store } from 'lucide-react';
import { connectionList, offers } from '~/connections/queries';
import { api } from '~/shared/api/client';
import { texts } from '~/shared/texts/en';
import { ButtonLink } from '~/shared/ui/button-link';
import card from '~/shared/ui/card.module.css';
import { Fault } from '~/shared/ui/fault';
import { PageHead } from '~/shared/ui/page-head';
import classes from './dashboard.module.css';

const t = texts.dashboard;

/** The first choice of a new account: a database of one's own, or ours. */
export function ServiceChoice() {
  const queries = useQueryClient();
  const store = useQuery(offers).data?.store;
  const take = useMutation({
    mutationFn: () => api.POST('/api/connections', { body: { kind: 'store' } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: connectionList.queryKey }),
  });
  return (
    <>
      <PageHead title={t.choose} lead={t.chooseLead} tab={texts.app.pages.dashboard} />
      {take.error && <Fault cause={take.error} retry={() => take.mutate()} />}
      <div className={classes.choice}>
        <section className={`${card.card} ${classes.service}`}>
          <Database size={30} strokeWidth={1.5} aria-hidden="true" />
          <h2>{t.ownTitle}</h2>
          <p>{t.ownDetail}</p>
          <ButtonLink to="/dashboard/connections" search={{ add: 'postgres' }}>
            {t.ownAction}
          </ButtonLink>
        </section>
        <section className={`${card.card} ${classes.service}`}>
          <Store size={30} strokeWidth={1.5} aria-hidden="true" />
          <h2>{t.storeTitle}</h2>
          <p>{store && !store.available ? store.detail || t.storeAway : t.storeDetail}</p>
          <Button
            variant="default"
            disabled={!store?.available}
            loading={take.isPending}
            onClick={() => take.mutate()}
          >
            {store?.available === false ? t.storeAway : t.storeAction}
          </Button>
        </section>
      </div>
    </>
  );
}
