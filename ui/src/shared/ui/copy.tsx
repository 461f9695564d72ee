import { ActionIcon, Button, CopyButton, Tooltip } from '@mantine/core';
import { Check, Copy as CopyIcon } from 'lucide-react';
import { texts } from '~/shared/texts/en';

const icon = (copied: boolean) => (copied ? <Check size={15} /> : <CopyIcon size={15} />);

/** A small button that copies and says so. */
export function Copy({ value, label = texts.common.copy }: { value: string; label?: string }) {
  return (
    <CopyButton value={value}>
      {({ copied, copy }) => (
        <Tooltip label={copied ? texts.common.copied : label}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={copied ? texts.common.copied : label}
            onClick={copy}
          >
            {icon(copied)}
          </ActionIcon>
        </Tooltip>
      )}
    </CopyButton>
  );
}

export function CopyText({ value, label }: { value: string; label: string }) {
  return (
    <CopyButton value={value}>
      {({ copied, copy }) => (
        <Button size="compact-xs" variant="subtle" color="gray" leftSection={icon(copied)} onClick={copy}>
          {copied ? texts.common.copied : label}
        </Button>
      )}
    </CopyButton>
  );
}
