import { PasswordInput, SegmentedControl, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { currentUser } from '~/identity/me';
import { api, body } from '~/shared/api/client';
import { texts } from '~/shared/texts/en';
import { Ask } from '~/shared/ui/ask';
import { sayDone } from '~/shared/ui/done';
import { useForm } from '~/shared/ui/use-form';
import { connectionOf, draftRules, emptyDraft, nameFor } from './new-connection';
import { connectionList } from './queries';

const t = texts.connections;
type Kind = 'postgres' | 'mcp';

type Props = { kind: Kind; close: () => void };

/** Connects a database or a server; it is tested before it is kept, and a refusal says what to do. */
export function AddConnection({ kind, close }: Props) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const form = useForm(emptyDraft, kind === 'postgres' ? { uri: draftRules.uri } : { url: draftRules.url });
  const connect = useMutation({
    mutationFn: () => body(api.POST('/api/connections', { body: connectionOf(kind, form.values) })),
    onSuccess: async (connection) => {
      sayDone(t.connected(connection.name));
      await Promise.all([
        queries.invalidateQueries({ queryKey: connectionList.queryKey }),
        queries.invalidateQueries({ queryKey: currentUser.queryKey }),
      ]);
      close();
    },
    onError: (cause) => void form.refuse(cause),
  });
  const turnTo = (next: string) => {
    connect.reset();
    void navigate({ to: '/dashboard/connections', search: { add: next as Kind }, replace: true });
  };

  return (
    <Ask
      title={t.add}
      act={t.connect}
      onAct={() => form.valid() && connect.mutate()}
      close={close}
      size="lg"
      busy={connect.isPending}
      failed={connect.error}
    >
      <SegmentedControl
        aria-label={t.add}
        value={kind}
        onChange={turnTo}
        data={[
          { value: 'postgres', label: t.addPostgres },
          { value: 'mcp', label: t.addMcp },
        ]}
      />
      {kind === 'postgres' ? (
        <TextInput
          label={t.uri}
          description={t.uriHint}
          placeholder={t.uriPlaceholder}
          autoComplete="off"
          spellCheck={false}
          required
          data-autofocus
          styles={{ input: { fontFamily: 'var(--mono)', fontSize: '0.86rem' } }}
          {...form.field('uri')}
        />
      ) : (
        <>
          <TextInput
            label={t.url}
            placeholder={t.urlPlaceholder}
            type="url"
            autoComplete="off"
            required
            data-autofocus
            {...form.field('url')}
          />
          <PasswordInput
            label={`${t.bearer} (${texts.common.optional})`}
            description={t.bearerHint}
            autoComplete="off"
            visibilityToggleButtonProps={{ 'aria-label': texts.identity.showPassword }}
            {...form.field('bearer')}
          />
        </>
      )}
      <TextInput
        label={`${t.name} (${texts.common.optional})`}
        placeholder={nameFor(kind === 'postgres' ? form.values.uri : form.values.url) || t.namePlaceholder}
        maxLength={100}
        {...form.field('name')}
      />
    </Ask>
  );
}
