import { Button, Group, Modal, Text, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { texts } from '~/shared/texts/en';
import { Fault } from './fault';

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
export function Certain({ word, ready = true, children, ...props }: Props) {
  const [typed, setTyped] = useState('');
  const certain = ready && typed.trim().toLowerCase() === word.toLowerCase();
  return (
    <Modal
      opened
      onClose={props.close}
      title={props.title}
      closeButtonProps={{ 'aria-label': texts.common.close }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (certain) props.onAct();
        }}
        style={{ display: 'grid', gap: 16 }}
      >
        <Text>{props.detail}</Text>
        {props.failed ? <Fault cause={props.failed} /> : null}
        <TextInput
          label={props.ask(word)}
          value={typed}
          autoComplete="off"
          data-autofocus
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        {children}
        <Group justify="flex-end">
          <Button variant="default" onClick={props.close}>
            {texts.common.cancel}
          </Button>
          <Button type="submit" color="margin" disabled={!certain} loading={props.busy}>
            {props.act}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
