import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '~/shared/api/client';
import { texts } from '~/shared/texts/en';
import { ButtonLink } from '~/shared/ui/button-link';
import { Fault } from '~/shared/ui/fault';
import { useForm } from '~/shared/ui/use-form';
import { useTitle } from '~/shared/ui/use-title';
import { AccountFields } from './account-fields';
import { accountOf, accountRules, emptyAccount } from './account-rules';
import { EntryForm } from './entry-form';

const t = texts.identity;

export function SignUpPage() {
  useTitle(t.signUp);
  const form = useForm(emptyAccount, accountRules);
  const register = useMutation({
    mutationFn: () => api.POST('/api/auth/register', { body: accountOf(form.values) }),
    onError: (cause) => void form.refuse(cause),
  });
  if (register.isSuccess) {
    return (
      <EntryForm title={t.registered} lead={t.registeredDetail(form.values.email.trim())}>
        <ButtonLink to="/sign-in" size="md">
          {t.toSignIn}
        </ButtonLink>
      </EntryForm>
    );
  }
  return (
    <EntryForm
      title={t.signUpTitle}
      lead={t.signUpLead}
      submit={() => form.valid() && register.mutate()}
      below={
        <>
          {t.haveAccount} <Link to="/sign-in">{t.signIn}</Link>
        </>
      }
    >
      {register.error && <Fault cause={register.error} />}
      <AccountFields form={form} />
      <Button type="submit" size="md" loading={register.isPending}>
        {t.signUp}
      </Button>
    </EntryForm>
  );
}
