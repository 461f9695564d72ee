import { useState } from 'react';
import { Problem } from '~/shared/api/problem';

type Rules<T> = { [K in keyof T]?: (value: T[K], all: T) => string | null };

/** The server goes on where the field's name ends: "is missing". */
const sentence = (message: string) => `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;

/** A small form: values, one sentence per field that is wrong, and the server's sentences beside their fields. */
export function useForm<T extends Record<string, string>>(initial: T, rules: Rules<T>) {
  const [values, setValues] = useState(initial);
  const [errors, setErrors] = useState<Partial<Record<keyof T, string>>>({});

  const set = <K extends keyof T>(key: K, value: T[K]) => {
    setValues((all) => ({ ...all, [key]: value }));
    setErrors((all) => ({ ...all, [key]: undefined }));
  };

  const field = <K extends keyof T & string>(key: K) => ({
    name: key,
    value: values[key],
    error: errors[key],
    onChange: (event: { currentTarget: { value: string } }) => set(key, event.currentTarget.value as T[K]),
  });

  const valid = (): boolean => {
    const found = (Object.keys(rules) as (keyof T)[]).flatMap((key) => {
      const message = rules[key]?.(values[key], values);
      return message ? [[key, message] as const] : [];
    });
    setErrors(Object.fromEntries(found) as typeof errors);
    return found.length === 0;
  };

  /** Puts a refusal beside the fields that it names; false when it names none of ours. */
  const refuse = (cause: unknown): boolean => {
    if (!(cause instanceof Problem)) return false;
    const ours = Object.entries(cause.fields).flatMap(([name, message]) =>
      name in values ? [[name, sentence(message)] as const] : [],
    );
    setErrors(Object.fromEntries(ours) as typeof errors);
    return ours.length > 0;
  };

  const reset = (next: T = initial) => {
    setValues(next);
    setErrors({});
  };

  return { values, errors, set, field, valid, refuse, reset };
}
