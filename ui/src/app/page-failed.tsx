import { Button } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { asProblem } from '~/shared/api/problem';
import { texts } from '~/shared/texts/en';
import { sentenceOf } from '~/shared/texts/problems';
import { Lone } from './lone';

export function PageFailed({ error, reset }: { error: unknown; reset: () => void }) {
  const router = useRouter();
  const again = async () => {
    await router.invalidate();
    reset();
  };
  return (
    <Lone title={texts.app.failed} detail={sentenceOf(asProblem(error))}>
      <Button onClick={() => void again()}>{texts.common.retry}</Button>
    </Lone>
  );
}
