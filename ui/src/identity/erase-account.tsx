import { Button, PasswordInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useLeave } from '~/app/leave';
import { api } from '~/shared/api/client';
import { texts } from '~/shared/texts/en';
import card from '~/shared/ui/card.module.css';
import { Certain } from '~/shared/ui/certain';
import classes from './erase-account.module.css';

const t = texts.identity.erasure;

/** The way out: it says what goes, and asks twice. */
export function EraseAccount() {
  const [asked, ask] = useState(false);
  return (
    <section className={`${card.card} ${card.padded} ${classes.danger}`} aria-labelledby="erase-account">
      <h2 id="erase-account" className={card.title}>
        {t.title}
      </h2>
      <p>{t.lead}</p>
      <Button variant="outline" color="margin" onClick={() => ask(true)}>
        {t.open}
      </Button>
      {asked && <Sure close={() => ask(false)} />}
    </section>
  );
}

function Sure({ close }: { close: () => void }) {
  const leave = useLeave();
  const [password, setPassword] = useState('');
  const erase = useMutation({
    mutationFn: () => api.DELETE('/api/users/me', { body: { password } }),
    onSuccess: () => leave('erased'),
  });
  return (
    <Certain
      title={t.sure}
      detail={t.detail}
      word={t.word}
      ask={t.type}
      act={t.erase}
      ready={password !== ''}
      failed={erase.error}
      busy={erase.isPending}
      onAct={() => erase.mutate()}
      close={close}
    >
      <PasswordInput
        label={t.password}
        value={password}
        autoComplete="current-password"
        visibilityToggleButtonProps={{ 'aria-label': texts.identity.showPassword }}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
    </Certain>
  );
}
