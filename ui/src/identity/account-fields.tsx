import { TextInput } from '@mantine/core';
import { texts } from '~/shared/texts/en';
import type { useForm } from '~/shared/ui/use-form';
import type { emptyAccount } from './account-rules';
import { PasswordField } from './password-field';

const t = texts.identity;

type Props = { form: ReturnType<typeof useForm<typeof emptyAccount>> };

/** The fields of a new account, for visitors and for the first administrator alike. */
export function AccountFields({ form }: Props) {
  return (
    <>
      <TextInput
        label={t.email}
        type="email"
        autoComplete="email"
        autoFocus
        required
        {...form.field('email')}
      />
      <TextInput
        label={`${t.fullName} (${texts.common.optional})`}
        autoComplete="name"
        {...form.field('fullName')}
      />
      <PasswordField about={form.values} {...form.field('password')} />
    </>
  );
}
