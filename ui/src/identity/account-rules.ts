import { texts } from '~/shared/texts/en';

const t = texts.identity;

/** What a form can know about a new account by itself; the server judges the rest. */
export const accountRules = {
  email: (value: string) =>
    value.trim() === '' ? t.missing : /^\S+@\S+$/.test(value.trim()) ? null : t.invalidEmail,
  password: (value: string) => (value === '' ? t.missing : [...value].length < 8 ? t.tooShort : null),
};

export const emptyAccount = { email: '', fullName: '', password: '' };

/** The form's values as the server takes them: nothing empty. */
export const accountOf = ({ email, fullName, password }: typeof emptyAccount) => ({
  email: email.trim(),
  password,
  ...(fullName.trim() && { fullName: fullName.trim() }),
});
