import { Text } from '@mantine/core';
import { texts } from '~/shared/texts/en';
import { Ask } from '~/shared/ui/ask';

const t = texts.administration.projections;

type Props = { name: string; drop: () => void; close: () => void };

/** Asks before nobody can return any more. */
export function DropGeneration({ name, drop, close }: Props) {
  return (
    <Ask
      title={t.dropTitle(name)}
      act={t.orders.drop}
      onAct={() => {
        drop();
        close();
      }}
      close={close}
      final
    >
      <Text>{t.dropSure}</Text>
    </Ask>
  );
}
