import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { texts } from '~/shared/texts/en';
import { ButtonLink } from '~/shared/ui/button-link';
import { Empty } from '~/shared/ui/empty';
import { Fault } from '~/shared/ui/fault';
import { PageHead } from '~/shared/ui/page-head';
import { AddConnection } from './add-connection';
import { ConnectionCard } from './connection-card';
import classes from './connections.module.css';
import { InsideDrawer } from './inside-drawer';
import { OutsideAccess } from './outside-access';
import { connectionList } from './queries';

const t = texts.connections;
const here = getRouteApi('/inside/dashboard/connections');

export function ConnectionsPage() {
  const { add, open } = here.useSearch();
  const navigate = here.useNavigate();
  const { data, error, refetch, isPending } = useQuery(connectionList);
  const connections = data?.items ?? [];
  const close = () => void navigate({ search: {} });

  return (
    <>
      <PageHead title={t.title} lead={t.lead}>
        <ButtonLink to="/dashboard/connections" search={{ add: 'postgres' }} leftSection={<Plus size={16} />}>
          {t.add}
        </ButtonLink>
      </PageHead>
      {error && <Fault cause={error} retry={() => void refetch()} />}
      {isPending && <Skeleton height={150} radius="lg" />}
      {data && connections.length === 0 && (
        <Empty title={t.empty} detail={t.emptyDetail}>
          <ButtonLink to="/dashboard/connections" search={{ add: 'postgres' }}>
            {t.add}
          </ButtonLink>
        </Empty>
      )}
      <ul className={classes.cards}>
        {connections.map((connection) => (
          <ConnectionCard
            key={connection.id}
            connection={connection}
            explore={() => void navigate({ search: { open: connection.id } })}
          />
        ))}
      </ul>
      {connections.length > 0 && <OutsideAccess />}
      {add && <AddConnection kind={add} close={close} />}
      <InsideDrawer connection={connections.find(({ id }) => id === open)} close={close} />
    </>
  );
}
