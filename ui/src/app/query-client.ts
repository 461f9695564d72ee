import { QueryClient } from '@tanstack/react-query';
import { asProblem } from '~/shared/api/problem';

/** Whether a read model is made from the log at the moment, which ends by itself. */
export const isBeingBuilt = (cause: unknown) => asProblem(cause).slug === 'read-model-being-rebuilt';

/** The live stream tells what changed, so answers stay fresh and nothing is polled; but what is being built says how far it is. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (failures, cause) => {
        const { status } = asProblem(cause);
        return failures < 2 && (status === 0 || status >= 502) && !isBeingBuilt(cause);
      },
      refetchInterval: ({ state }) => (isBeingBuilt(state.error) ? 2_000 : false),
    },
  },
});
