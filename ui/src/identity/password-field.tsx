import { PasswordInput, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, body } from '~/shared/api/client';
import type { Strength } from '~/shared/api/models';
import { texts } from '~/shared/texts/en';
import classes from './password-field.module.css';

const t = texts.identity;

type Props = {
  name: string;
  value: string;
  error?: string;
  onChange: (event: { currentTarget: { value: string } }) => void;
  about: { email: string; fullName: string };
};

/** A new password with the server's estimate of its strength, and the reason for it. */
export function PasswordField({ about, ...field }: Props) {
  const [wanted] = useDebouncedValue({ password: field.value, ...about }, 300);
  const { data } = useQuery({
    queryKey: ['password-strength', wanted],
    queryFn: () =>
      body(
        api.POST('/api/auth/password-strength', {
          body: {
            password: wanted.password,
            ...(wanted.email && { email: wanted.email }),
            ...(wanted.fullName && { fullName: wanted.fullName }),
          },
        }),
      ),
    enabled: wanted.password !== '',
    placeholderData: keepPreviousData,
    gcTime: 0,
    retry: false,
  });
  return (
    <div>
      <PasswordInput
        label={t.password}
        autoComplete="new-password"
        required
        visibilityToggleButtonProps={{ 'aria-label': t.showPassword }}
        {...field}
      />
      <div aria-live="polite">{field.value !== '' && data && <Meter strength={data} />}</div>
    </div>
  );
}

function Meter({ strength }: { strength: Strength }) {
  const name = t.strengths[strength.score] ?? '';
  const advice = strength.reason ?? strength.suggestions[0];
  return (
    <div className={classes.meter} data-good={strength.acceptable || undefined}>
      <div className={classes.bars} aria-hidden="true">
        {[1, 2, 3, 4].map((step) => (
          <span key={step} data-on={strength.score >= step || undefined} />
        ))}
      </div>
      <Text size="xs" c="dimmed">
        <b>{name}</b>
        {advice && ` · ${advice}`}
      </Text>
    </div>
  );
}
