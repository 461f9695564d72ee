import { Kbd, Modal } from '@mantine/core';
import { Fragment } from 'react';
import { texts } from '~/shared/texts/en';
import { COMMAND } from '~/shared/ui/keys';

const t = texts.app.shortcutList;
const SHORTCUTS: [string[], string][] = [
  [[COMMAND, 'K'], t.palette],
  [['/'], t.search],
  [['?'], t.sheet],
  [['g', 'd'], t.dashboard],
  [['g', 'a'], t.ask],
  [['g', 'c'], t.connections],
  [['g', 'p'], t.projects],
  [['g', 'h'], t.history],
  [['Enter'], t.send],
  [['Esc'], t.close],
];

export default function ShortcutSheet({ close }: { close: () => void }) {
  return (
    <Modal
      opened
      onClose={close}
      title={texts.app.shortcuts}
      closeButtonProps={{ 'aria-label': texts.common.close }}
    >
      <dl style={{ display: 'grid', gridTemplateColumns: 'auto 1fr', gap: '12px 24px', margin: 0 }}>
        {SHORTCUTS.map(([keys, meaning]) => (
          <Fragment key={meaning}>
            <dt>
              {keys.map((key, index) => (
                <Fragment key={key}>
                  {index > 0 && ' '}
                  <Kbd>{key}</Kbd>
                </Fragment>
              ))}
            </dt>
            <dd style={{ margin: 0 }}>{meaning}</dd>
          </Fragment>
        ))}
      </dl>
    </Modal>
  );
}
