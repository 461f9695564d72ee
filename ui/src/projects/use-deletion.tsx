import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { api } from '~/shared/api/client';
import type { Project } from '~/shared/api/models';
import { texts } from '~/shared/texts/en';
import { sayFailed } from '~/shared/ui/done';
import { etag } from './etag';
import { projectList } from './queries';

const TIME_TO_UNDO = 6000;

/** Takes a project off the page at once, and off the server when the time to undo is over or the page is left. */
export function useDeletion() {
  const queries = useQueryClient();
  const [pending, setPending] = useState<ReadonlySet<string>>(new Set());
  const waiting = useRef(new Map<string, () => void>());

  const settle = (id: string) => {
    waiting.current.delete(id);
    setPending((ids) => new Set([...ids].filter((other) => other !== id)));
  };

  const remove = async ({ id, version }: Project) => {
    waiting.current.delete(id);
    try {
      const params = { path: { id }, header: { 'If-Match': etag(version) } };
      await api.DELETE('/api/projects/{id}', { params, keepalive: true });
    } catch (cause) {
      sayFailed(cause);
    }
    await queries.invalidateQueries({ queryKey: projectList.queryKey });
    settle(id);
  };

  const start = (project: Project) => {
    const timer = setTimeout(() => void remove(project), TIME_TO_UNDO);
    waiting.current.set(project.id, () => {
      clearTimeout(timer);
      void remove(project);
    });
    setPending((ids) => new Set(ids).add(project.id));
    const undo = () => {
      clearTimeout(timer);
      settle(project.id);
      notifications.hide(project.id);
    };
    notifications.show({
      id: project.id,
      color: 'pine',
      withBorder: true,
      autoClose: TIME_TO_UNDO,
      message: (
        <Group justify="space-between" wrap="nowrap">
          {texts.projects.deleted(project.name)}
          <Button size="compact-sm" variant="default" onClick={undo}>
            {texts.common.undo}
          </Button>
        </Group>
      ),
    });
  };

  useEffect(() => {
    const all = waiting.current;
    const finish = () => {
      for (const now of all.values()) now();
    };
    window.addEventListener('pagehide', finish);
    return () => {
      window.removeEventListener('pagehide', finish);
      finish();
    };
  }, []);

  return { pending, start };
}
