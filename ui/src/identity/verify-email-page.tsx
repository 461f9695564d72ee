import { Loader } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api } from '~/shared/api/client';
import { texts } from '~/shared/texts/en';
import { ButtonLink } from '~/shared/ui/button-link';
import { Fault } from '~/shared/ui/fault';
import { useTitle } from '~/shared/ui/use-title';
import { EntryForm } from './entry-form';
import { linkToken } from './link-token';
import { hasSignedIn } from './signed-in-hint';

const t = texts.identity;

export function VerifyEmailPage() {
  useTitle(t.verified);
  const [token] = useState(linkToken);
  const { mutate, status, error } = useMutation({
    mutationFn: (value: string) => api.POST('/api/auth/verify-email', { body: { token: value } }),
    scope: { id: 'verify-email' },
  });
  useEffect(() => {
    if (token) mutate(token);
  }, [token, mutate]);

  if (!token) return <EntryForm title={t.verifyFailed} lead={t.verifyMissing} />;
  if (status === 'error') {
    return (
      <EntryForm title={t.verifyFailed} lead={t.verifyMissing}>
        <Fault cause={error} retry={() => mutate(token)} />
      </EntryForm>
    );
  }
  if (status !== 'success') {
    return (
      <EntryForm title={t.verifying} lead="">
        <Loader type="dots" />
      </EntryForm>
    );
  }
  return (
    <EntryForm title={t.verified} lead={t.verifiedDetail}>
      <ButtonLink to={hasSignedIn() ? '/dashboard' : '/sign-in'} size="md">
        {hasSignedIn() ? texts.landing.open : t.toSignIn}
      </ButtonLink>
    </EntryForm>
  );
}
