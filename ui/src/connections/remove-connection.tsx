import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '~/shared/api/client';
import type { Connection } from '~/shared/api/models';
import { texts } from '~/shared/texts/en';
import { Certain } from '~/shared/ui/certain';
import { sayDone } from '~/shared/ui/done';
import { connectionList } from './queries';

const t = texts.connections;

type Props = { connection: Connection; close: () => void };

/** Asks for the name before a connection and its address are destroyed. */
export function RemoveConnection({ connection: { id, name }, close }: Props) {
  const queries = useQueryClient();
  const remove = useMutation({
    mutationFn: () => api.DELETE('/api/connections/{id}', { params: { path: { id } } }),
    onSuccess: async () => {
      sayDone(t.removed(name));
      close();
      await queries.invalidateQueries({ queryKey: connectionList.queryKey });
    },
  });
  return (
    <Certain
      title={t.removeTitle(name)}
      detail={t.removeDetail}
      word={name}
      ask={t.removeType}
      act={t.remove}
      failed={remove.error}
      busy={remove.isPending}
      onAct={() => remove.mutate()}
      close={close}
    />
  );
}
