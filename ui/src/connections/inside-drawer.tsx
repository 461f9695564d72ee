import { Drawer, Skeleton, Tabs, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Connection } from '~/shared/api/models';
import { texts } from '~/shared/texts/en';
import { Fault } from '~/shared/ui/fault';
import classes from './connections.module.css';
import { schemaOf, toolsOf } from './queries';
import { TableDetails } from './table-details';

const t = texts.connections;

type Props = { connection: Connection | undefined; close: () => void };

/** What a connection holds: its tables and columns, and the tools by which they are reached. */
export function InsideDrawer({ connection, close }: Props) {
  const mcp = connection?.kind === 'mcp';
  return (
    <Drawer
      opened={connection !== undefined}
      onClose={close}
      position="right"
      size="xl"
      title={connection?.name}
      closeButtonProps={{ 'aria-label': texts.common.close }}
    >
      {connection && (
        <Tabs key={connection.id} defaultValue={mcp ? 'tools' : 'schema'} keepMounted={false}>
          <Tabs.List mb="md">
            {!mcp && <Tabs.Tab value="schema">{t.schema}</Tabs.Tab>}
            <Tabs.Tab value="tools">{t.tools}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="schema">
            <Schema id={connection.id} />
          </Tabs.Panel>
          <Tabs.Panel value="tools">
            <Tools id={connection.id} />
          </Tabs.Panel>
        </Tabs>
      )}
    </Drawer>
  );
}

function Schema({ id }: { id: string }) {
  const [filter, setFilter] = useState('');
  const { data, error, refetch } = useQuery(schemaOf(id));
  if (error) return <Fault cause={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton height={240} />;
  const wanted = filter.trim().toLowerCase();
  const tables = data.tables.filter((table) =>
    [table.schema, table.name, ...table.columns.map((column) => column.name)].some((name) =>
      name.toLowerCase().includes(wanted),
    ),
  );
  return (
    <>
      <TextInput
        aria-label={t.searchSchema}
        placeholder={t.searchSchema}
        value={filter}
        onChange={(event) => setFilter(event.currentTarget.value)}
        mb="md"
      />
      {tables.length === 0 && <Text c="dimmed">{t.noTables}</Text>}
      {tables.map((table) => (
        <TableDetails key={`${table.schema}.${table.name}`} table={table} />
      ))}
    </>
  );
}

function Tools({ id }: { id: string }) {
  const { data, error, refetch } = useQuery(toolsOf(id));
  if (error) return <Fault cause={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton height={160} />;
  if (data.items.length === 0) return <Text c="dimmed">{t.noTools}</Text>;
  return data.items.map((tool) => (
    <div key={tool.name} className={classes.tool}>
      <code className="mono">{tool.name}</code>
      {(tool.description ?? tool.title) && <p>{tool.description ?? tool.title}</p>}
    </div>
  ));
}
