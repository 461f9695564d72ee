import { Button, Group, Modal, Text } from '@mantine/core';
import { texts } from '~/shared/texts/en';

const t = texts.administration.projections;

type Props = { name: string; drop: () => void; close: () => void };

/** Asks before nobody can return any more. */
export function DropGeneration({ name, drop, close }: Props) {
  return (
    <Modal
      opened
      onClose={close}
      title={t.dropTitle(name)}
      closeButtonProps={{ 'aria-label': texts.common.close }}
    >
      <Text>{t.dropSure}</Text>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={close} data-autofocus>
          {texts.common.cancel}
        </Button>
        <Button
          color="margin"
          onClick={() => {
            drop();
            close();
          }}
        >
          {t.orders.drop}
        </Button>
      </Group>
    </Modal>
  );
}
