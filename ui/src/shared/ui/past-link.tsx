import { ActionIcon, Tooltip } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import { History } from 'lucide-react';
import type { AnchorHTMLAttributes, Ref } from 'react';
import { texts } from '~/shared/texts/en';

type IconProps = AnchorHTMLAttributes<HTMLAnchorElement> & { ref?: Ref<HTMLAnchorElement> };

const IconLink = createLink(({ style: _, ...props }: IconProps) => (
  <ActionIcon component="a" variant="subtle" color="gray" {...props}>
    <History size={16} />
  </ActionIcon>
));

type Props = { kind: string; id: string; name: string };

/** The way from a thing to what it was at any moment. */
export function PastLink({ kind, id, name }: Props) {
  return (
    <Tooltip label={texts.past.look}>
      <IconLink
        to="/dashboard/history/$kind/$id"
        params={{ kind, id }}
        aria-label={texts.past.lookNamed(name)}
      />
    </Tooltip>
  );
}
