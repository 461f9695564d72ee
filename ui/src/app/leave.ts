import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useCallback } from 'react';
import { forgetAll } from '~/assistant/runs';
import { forgetSession } from '~/identity/signed-in-hint';
import { session } from '~/shared/api/client';

/** Forgets who was here and goes to the sign-in page, which says why and leads back. */
export function useLeave() {
  const router = useRouter();
  const queries = useQueryClient();
  return useCallback(
    async (reason?: string) => {
      forgetSession();
      session.forget();
      forgetAll();
      const here = router.state.location;
      if (reason === 'erased') {
        await router.navigate({ to: '/erased' });
        queries.clear();
        return;
      }
      if (here.pathname === '/erased') return;
      if (here.pathname === '/sign-in') {
        // A refused request may have been quicker than the news of why; the news is the better reason.
        if (reason !== 'expired')
          await router.navigate({ to: '/sign-in', search: (was) => ({ ...was, reason }) });
        return;
      }
      // Somebody who signs out does not mean to come back to this page; somebody who was thrown out does.
      const to = reason === 'logged-out' ? undefined : here.href;
      await router.navigate({ to: '/sign-in', search: { to, reason } });
      queries.clear();
    },
    [router, queries],
  );
}
