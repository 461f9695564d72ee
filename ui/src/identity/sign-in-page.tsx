import { Alert, Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useRouter } from '@tanstack/react-router';
import { api, body } from '~/shared/api/client';
import { asProblem, Problem } from '~/shared/api/problem';
import { texts } from '~/shared/texts/en';
import { Fault } from '~/shared/ui/fault';
import { useForm } from '~/shared/ui/use-form';
import { useTitle } from '~/shared/ui/use-title';
import { EntryForm } from './entry-form';
import { localPath } from './local-path';
import { rememberSession } from './signed-in-hint';

const t = texts.identity;
const here = getRouteApi('/entry/sign-in');
const needed = (value: string) => (value.trim() === '' ? t.missing : null);

export function SignInPage() {
  useTitle(t.signIn);
  const { to, reason } = here.useSearch();
  const router = useRouter();
  const queries = useQueryClient();
  const form = useForm({ identifier: '', password: '' }, { identifier: needed, password: needed });
  const signIn = useMutation({
    mutationFn: () => body(api.POST('/api/auth/login', { body: form.values })),
    onSuccess: ({ sessionId }) => {
      rememberSession(sessionId);
      queries.clear();
      router.history.push(localPath(to));
    },
  });
  return (
    <EntryForm
      title={t.signInTitle}
      lead={t.signInLead}
      submit={() => form.valid() && signIn.mutate()}
      below={
        <>
          {t.noAccount} <Link to="/sign-up">{t.createOne}</Link>
        </>
      }
    >
      {reason && !signIn.error && (
        <Alert role="status" color="yellow" variant="light">
          {sentenceFor(reason)}
        </Alert>
      )}
      {signIn.error && <Fault cause={refusal(signIn.error)} />}
      <TextInput
        label={t.identifier}
        autoComplete="username"
        autoFocus
        required
        {...form.field('identifier')}
      />
      <PasswordInput
        label={t.password}
        autoComplete="current-password"
        required
        visibilityToggleButtonProps={{ 'aria-label': t.showPassword }}
        {...form.field('password')}
      />
      <Button type="submit" size="md" loading={signIn.isPending}>
        {t.signIn}
      </Button>
    </EntryForm>
  );
}

function sentenceFor(reason: string): string {
  const known: Record<string, string | undefined> = t.reasons;
  return known[reason] ?? t.reasons.other;
}

function refusal(cause: unknown): Problem {
  const problem = asProblem(cause);
  return problem.status === 401 ? new Problem(401, { detail: t.refused }) : problem;
}
