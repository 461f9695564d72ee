import { Button } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { useCallback, useEffect } from 'react';
import { asProblem } from '~/shared/api/problem';
import { texts } from '~/shared/texts/en';
import { sentenceOf } from '~/shared/texts/problems';
import { Lone } from './lone';
import { isBeingBuilt } from './query-client';

const A_MOMENT = 2_000;

/** Says why a page cannot be shown; one that is not there yet comes by itself. */
export function PageFailed({ error, reset }: { error: unknown; reset: () => void }) {
  const router = useRouter();
  const again = useCallback(async () => {
    await router.invalidate();
    reset();
  }, [router, reset]);
  useEffect(() => {
    if (!isBeingBuilt(error)) return;
    const timer = setTimeout(() => void again(), A_MOMENT);
    return () => clearTimeout(timer);
  }, [error, again]);
  return (
    <Lone title={texts.app.failed} detail={sentenceOf(asProblem(error))}>
      <Button onClick={() => void again()}>{texts.common.retry}</Button>
    </Lone>
  );
}
