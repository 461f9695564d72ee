import { QueryClient } from '@tanstack/react-query';
import { asProblem } from '~/shared/api/problem';

/** The live stream tells what changed, so answers stay fresh and nothing is polled. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (failures, cause) => {
        const { status } = asProblem(cause);
        return failures < 2 && (status === 0 || status >= 502);
      },
    },
  },
});
