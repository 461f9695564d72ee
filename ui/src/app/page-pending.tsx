import { Loader } from '@mantine/core';
import { texts } from '~/shared/texts/en';

export function PagePending() {
  return (
    <div role="status" style={{ display: 'grid', placeItems: 'center', minHeight: '60dvh' }}>
      <Loader type="dots" aria-label={texts.app.loading} />
    </div>
  );
}
