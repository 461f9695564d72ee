import { Button } from '@mantine/core';
import { asProblem } from '~/shared/api/problem';
import { texts } from '~/shared/texts/en';
import { sentenceOf } from '~/shared/texts/problems';
import { Lone } from './lone';

export function PageFailed({ error, reset }: { error: unknown; reset: () => void }) {
  return (
    <Lone title={texts.app.failed} detail={sentenceOf(asProblem(error))}>
      <Button onClick={reset}>{texts.common.retry}</Button>
    </Lone>
  );
}
