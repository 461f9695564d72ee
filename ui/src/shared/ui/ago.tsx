import { Tooltip } from '@mantine/core';
import { absolute, ago } from '~/shared/texts/format';

/** A time as people say it; the exact one on hover and for machines. */
export function Ago({ time }: { time: string }) {
  return (
    <Tooltip label={absolute(time)}>
      <time dateTime={time} style={{ whiteSpace: 'nowrap' }}>
        {ago(time)}
      </time>
    </Tooltip>
  );
}
