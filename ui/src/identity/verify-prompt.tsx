import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { MailCheck } from 'lucide-react';
import { api } from '~/shared/api/client';
import { asProblem } from '~/shared/api/problem';
import { texts } from '~/shared/texts/en';
import { sentenceOf } from '~/shared/texts/problems';
import { useMe } from './me';
import classes from './verify-prompt.module.css';

const t = texts.identity;

/** Asks for the confirmation of the address for as long as it is missing. */
export function VerifyPrompt() {
  const me = useMe();
  const resend = useMutation({
    mutationFn: () => api.POST('/api/auth/resend-verification', { body: { email: me.email } }),
  });
  if (me.emailVerified) return null;
  return (
    <div className={classes.prompt} role="status">
      <MailCheck size={17} aria-hidden="true" />
      <span>
        {resend.error ? sentenceOf(asProblem(resend.error)) : resend.isSuccess ? t.resent : t.verifyPrompt}
      </span>
      {!resend.isSuccess && (
        <Button size="compact-sm" variant="subtle" loading={resend.isPending} onClick={() => resend.mutate()}>
          {t.resend}
        </Button>
      )}
    </div>
  );
}
