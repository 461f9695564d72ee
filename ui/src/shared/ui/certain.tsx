import { Text, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Ask } from './ask';

type Props = {
  title: string;
  detail: string;
  word: string;
  ask: (word: string) => string;
  act: string;
  failed: unknown;
  busy: boolean;
  ready?: boolean;
  onAct: () => void;
  close: () => void;
  children?: ReactNode;
};

/** Asks for a word to be typed before something that cannot be undone. */
export function Certain({ word, detail, ask, ready = true, children, ...props }: Props) {
  const [typed, setTyped] = useState('');
  const certain = ready && typed.trim().toLowerCase() === word.toLowerCase();
  return (
    <Ask {...props} able={certain} final>
      <Text>{detail}</Text>
      <TextInput
        label={ask(word)}
        value={typed}
        autoComplete="off"
        data-autofocus
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {children}
    </Ask>
  );
}
