import { Button, Skeleton, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Plus, Search } from 'lucide-react';
import { useState } from 'react';
import { may, useMe } from '~/identity/me';
import type { Project } from '~/shared/api/models';
import { texts } from '~/shared/texts/en';
import card from '~/shared/ui/card.module.css';
import { Empty } from '~/shared/ui/empty';
import { Fault } from '~/shared/ui/fault';
import { PageHead } from '~/shared/ui/page-head';
import { ProjectForm } from './project-form';
import { ProjectLine } from './project-line';
import { projectList } from './queries';
import { useDeletion } from './use-deletion';

const t = texts.projects;
const here = getRouteApi('/inside/dashboard/projects');

export function ProjectsPage() {
  const { add } = here.useSearch();
  const navigate = here.useNavigate();
  const [edited, setEdited] = useState<Project | null>(null);
  const [filter, setFilter] = useState('');
  const { data, error, refetch, isPending } = useQuery(projectList);
  const deletion = useDeletion();
  const writes = may(useMe(), 'projects:write');
  const create = () => void navigate({ search: { add: true } });
  const close = () => {
    setEdited(null);
    void navigate({ search: {} });
  };

  const all = data?.items.filter((project) => !deletion.pending.has(project.id)) ?? [];
  const wanted = filter.trim().toLowerCase();
  const shown = all.filter(({ name, description }) =>
    `${name} ${description}`.toLowerCase().includes(wanted),
  );

  return (
    <>
      <PageHead title={t.title} lead={t.lead}>
        {all.length > 0 && (
          <TextInput
            aria-label={t.filter}
            placeholder={t.filter}
            leftSection={<Search size={15} aria-hidden="true" />}
            value={filter}
            onChange={(event) => setFilter(event.currentTarget.value)}
            data-search
          />
        )}
        {writes && (
          <Button leftSection={<Plus size={16} />} onClick={create}>
            {t.create}
          </Button>
        )}
      </PageHead>
      {error && <Fault cause={error} retry={() => void refetch()} />}
      {isPending && <Skeleton height={180} radius="lg" />}
      {data && all.length === 0 && (
        <Empty title={t.empty} detail={t.emptyDetail}>
          {writes && <Button onClick={create}>{t.create}</Button>}
        </Empty>
      )}
      {all.length > 0 && shown.length === 0 && <Empty title={t.noMatch} />}
      {shown.length > 0 && (
        <ul className={`${card.card} ${card.rows}`}>
          {shown.map((project) => (
            <ProjectLine
              key={project.id}
              project={project}
              edit={writes ? () => setEdited(project) : undefined}
              remove={writes ? () => deletion.start(project) : undefined}
            />
          ))}
        </ul>
      )}
      {(add || edited) && <ProjectForm key={edited?.id ?? 'new'} project={edited} close={close} />}
    </>
  );
}
