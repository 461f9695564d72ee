import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '~/shared/api/client';
import type { Person } from '~/shared/api/models';
import { texts } from '~/shared/texts/en';
import { Certain } from '~/shared/ui/certain';
import { sayDone } from '~/shared/ui/done';
import { erasureList } from './queries';

const t = texts.administration.users;

export const nameOfPerson = ({ fullName, username, email }: Person) =>
  fullName ?? username ?? email ?? t.noName;

/** Asks for the address before somebody is erased. */
export function ErasePerson({ person, close }: { person: Person; close: () => void }) {
  const queries = useQueryClient();
  const erase = useMutation({
    mutationFn: () => api.DELETE('/api/users/{id}', { params: { path: { id: person.id } } }),
    onSuccess: async () => {
      sayDone(t.started);
      close();
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['people'] }),
        queries.invalidateQueries({ queryKey: erasureList.queryKey }),
      ]);
    },
  });
  const name = nameOfPerson(person);
  return (
    <Certain
      title={t.sure(name)}
      detail={t.detail}
      word={person.email ?? name}
      ask={t.type}
      act={texts.identity.erasure.erase}
      failed={erase.error}
      busy={erase.isPending}
      onAct={() => erase.mutate()}
      close={close}
    />
  );
}
