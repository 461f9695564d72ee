import { Alert, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '~/shared/api/client';
import type { Project } from '~/shared/api/models';
import { asProblem } from '~/shared/api/problem';
import { texts } from '~/shared/texts/en';
import { Ask } from '~/shared/ui/ask';
import { sayDone } from '~/shared/ui/done';
import { useForm } from '~/shared/ui/use-form';
import { etag } from './etag';
import { projectList } from './queries';

const t = texts.projects;

type Props = { project: Project | null; close: () => void };

/** Creates a project or changes one, never over somebody else's change. */
export function ProjectForm({ project, close }: Props) {
  const queries = useQueryClient();
  const [version, setVersion] = useState(project?.version ?? 0);
  const current = useQuery(projectList).data?.items.find(({ id }) => id === project?.id);
  const form = useForm(
    { name: project?.name ?? '', description: project?.description ?? '' },
    { name: (value) => (value.trim() === '' ? t.nameMissing : null) },
  );
  const save = useMutation({
    mutationFn: async () => {
      const body = { name: form.values.name.trim(), description: form.values.description.trim() || null };
      if (!project) return api.POST('/api/projects', { body });
      const params = { path: { id: project.id }, header: { 'If-Match': etag(version) } };
      return api.PUT('/api/projects/{id}', { params, body });
    },
    onSuccess: () => {
      sayDone(t.saved);
      close();
    },
    onError: async (cause) => {
      form.refuse(cause);
      if (asProblem(cause).status !== 412 || !project) return;
      const { items } = await queries.fetchQuery({ ...projectList, staleTime: 0 });
      setVersion(items.find(({ id }) => id === project.id)?.version ?? version);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: projectList.queryKey }),
  });
  const stale = asProblem(save.error).status === 412;

  return (
    <Ask
      title={project ? t.edit : t.create}
      act={texts.common.save}
      onAct={() => form.valid() && save.mutate()}
      close={close}
      busy={save.isPending}
      failed={stale ? null : save.error}
    >
      {stale && current && (
        <Alert color="yellow" variant="light" role="alert" title={current.name}>
          {current.description && <p style={{ marginTop: 0 }}>{current.description}</p>}
          {t.stale}
        </Alert>
      )}
      <TextInput label={t.name} required data-autofocus maxLength={200} {...form.field('name')} />
      <Textarea
        label={`${t.description} (${texts.common.optional})`}
        autosize
        minRows={3}
        maxRows={10}
        maxLength={2000}
        {...form.field('description')}
      />
    </Ask>
  );
}
