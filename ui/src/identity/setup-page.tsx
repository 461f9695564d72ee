import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, body } from '~/shared/api/client';
import { texts } from '~/shared/texts/en';
import { ButtonLink } from '~/shared/ui/button-link';
import { Fault } from '~/shared/ui/fault';
import { useForm } from '~/shared/ui/use-form';
import { useTitle } from '~/shared/ui/use-title';
import { AccountFields } from './account-fields';
import { accountOf, accountRules, emptyAccount } from './account-rules';
import { EntryForm } from './entry-form';
import { linkToken } from './link-token';

const t = texts.identity;

export function SetupPage() {
  useTitle(t.setupTitle);
  const [token] = useState(linkToken);
  const navigate = useNavigate();
  const form = useForm(emptyAccount, accountRules);
  const state = useQuery({ queryKey: ['setup'], queryFn: () => body(api.GET('/api/setup')) });
  const setup = useMutation({
    mutationFn: () => api.POST('/api/setup', { body: { token: token ?? '', ...accountOf(form.values) } }),
    onSuccess: () => navigate({ to: '/sign-in' }),
    onError: (cause) => void form.refuse(cause),
  });
  if (state.data?.needed === false || !token) {
    return (
      <EntryForm title={t.setupTitle} lead={token ? t.setupDone : t.setupMissing}>
        <ButtonLink to="/sign-in" size="md">
          {t.toSignIn}
        </ButtonLink>
      </EntryForm>
    );
  }
  return (
    <EntryForm title={t.setupTitle} lead={t.setupLead} submit={() => form.valid() && setup.mutate()}>
      {setup.error && <Fault cause={setup.error} />}
      <AccountFields form={form} />
      <Button type="submit" size="md" loading={setup.isPending}>
        {t.setup}
      </Button>
    </EntryForm>
  );
}
