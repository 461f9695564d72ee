import { Button, Group, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { texts } from '~/shared/texts/en';
import { Fault } from './fault';

type Props = {
  title: string;
  act: string;
  onAct: () => void;
  close: () => void;
  /** What cannot be undone is not what the Enter key does first. */
  final?: boolean;
  able?: boolean;
  busy?: boolean;
  failed?: unknown;
  size?: string;
  children: ReactNode;
};

/** A dialog that asks for what is needed and then does one thing, or is left. */
export function Ask({ title, act, onAct, close, final, able = true, busy, failed, size, children }: Props) {
  return (
    <Modal
      opened
      onClose={close}
      size={size}
      title={title}
      closeButtonProps={{ 'aria-label': texts.common.close }}
    >
      <form
        noValidate
        style={{ display: 'grid', gap: 16 }}
        onSubmit={(event) => {
          event.preventDefault();
          if (able) onAct();
        }}
      >
        {failed ? <Fault cause={failed} /> : null}
        {children}
        <Group justify="flex-end" mt={4}>
          <Button variant="default" onClick={close} data-autofocus={final || undefined}>
            {texts.common.cancel}
          </Button>
          <Button
            type="submit"
            color={final ? 'margin' : undefined}
            disabled={!able}
            loading={busy}
            data-autofocus={!final || undefined}
          >
            {act}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
