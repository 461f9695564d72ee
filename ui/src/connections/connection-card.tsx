import { ActionIcon, Badge, Button, Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Database, Ellipsis, Plug, RefreshCw, Store, Trash2 } from 'lucide-react';
import { currentUser } from '~/identity/me';
import { api, body } from '~/shared/api/client';
import type { Connection } from '~/shared/api/models';
import { texts } from '~/shared/texts/en';
import { Ago } from '~/shared/ui/ago';
import card from '~/shared/ui/card.module.css';
import { sayDone, sayFailed } from '~/shared/ui/done';
import { PastLink } from '~/shared/ui/past-link';
import { ConnectionState } from './connection-state';
import classes from './connections.module.css';
import { connectionList } from './queries';
import { RemoveConnection } from './remove-connection';

const t = texts.connections;
const ICONS = { postgres: Database, mcp: Plug, store: Store };

type Props = { connection: Connection; explore: () => void };

/** One connection: how it is, and what can be done with it. */
export function ConnectionCard({ connection, explore }: Props) {
  const { id, name, kind, status, selected } = connection;
  const queries = useQueryClient();
  const [removing, remove] = useDisclosure(false);
  const params = { path: { id } };
  const refresh = () => queries.invalidateQueries({ queryKey: connectionList.queryKey });
  const reconnect = useMutation({
    mutationFn: () => body(api.POST('/api/connections/{id}/reconnect', { params })),
    onSuccess: (now) => now.status === 'connected' && sayDone(t.reconnected(name)),
    onError: sayFailed,
    onSettled: refresh,
  });
  const select = useMutation({
    mutationFn: () => api.POST('/api/connections/{id}/select', { params }),
    onSuccess: () => sayDone(t.inUse(name)),
    onError: sayFailed,
    onSettled: () => Promise.all([refresh(), queries.invalidateQueries({ queryKey: currentUser.queryKey })]),
  });
  const Icon = ICONS[kind];
  const down = status !== 'connected';

  return (
    <li className={`${card.card} ${classes.card}`}>
      <Icon size={26} strokeWidth={1.6} aria-hidden="true" />
      <div className={classes.words}>
        <h2 className={classes.name}>
          {name}
          {selected && (
            <Badge variant="light" size="sm" tt="none">
              {t.selected}
            </Badge>
          )}
        </h2>
        <p className={classes.detail}>
          <ConnectionState connection={connection} />
          <span>{t.kinds[kind]}</span>
          {connection.server && <span>{connection.server}</span>}
          {down && connection.lastWorkedAt && (
            <span>
              {t.lastWorked} <Ago time={connection.lastWorkedAt} />
            </span>
          )}
        </p>
        {down && connection.reason && <p className={classes.reason}>{reasonOf(connection.reason)}</p>}
      </div>
      <div className={classes.actions}>
        {down ? (
          <Button
            size="xs"
            fz="sm"
            loading={reconnect.isPending}
            leftSection={<RefreshCw size={15} />}
            onClick={() => reconnect.mutate()}
          >
            {t.reconnect}
          </Button>
        ) : (
          <Button size="xs" fz="sm" variant="default" onClick={explore}>
            {t.explore}
          </Button>
        )}
        {!selected && (
          <Button
            size="xs"
            fz="sm"
            variant="default"
            loading={select.isPending}
            onClick={() => select.mutate()}
          >
            {t.select}
          </Button>
        )}
        <PastLink kind="connections" id={id} name={name} />
        <Menu position="bottom-end" shadow="md">
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" aria-label={t.more(name)}>
              <Ellipsis size={18} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<RefreshCw size={15} />} onClick={() => reconnect.mutate()}>
              {t.reconnect}
            </Menu.Item>
            <Menu.Item leftSection={<Trash2 size={15} />} onClick={remove.open}>
              {t.remove}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
      {removing && <RemoveConnection connection={connection} close={remove.close} />}
    </li>
  );
}

/** The server gives a code or a sentence. */
function reasonOf(reason: string): string {
  const known: Record<string, string | undefined> = t.reasons;
  return known[reason] ?? reason;
}
