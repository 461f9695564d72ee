import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '~/shared/api/client';
import type { GenerationOrder } from '~/shared/api/schema';
import { texts } from '~/shared/texts/en';
import { sayDone, sayFailed } from '~/shared/ui/done';
import { projectionList } from './queries';

const t = texts.administration.projections;

/** Orders something for a rebuild or for the generation before; the page learns of it by the stream. */
export function useOrder(name: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (order: GenerationOrder) =>
      api.POST('/api/admin/projections/{name}/{order}', { params: { path: { name, order } } }),
    onSuccess: async (_, order) => {
      sayDone(t.ordered[order](name));
      await queries.invalidateQueries({ queryKey: projectionList.queryKey });
    },
    onError: sayFailed,
  });
}
