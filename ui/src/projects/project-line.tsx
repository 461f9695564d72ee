import { ActionIcon, Tooltip } from '@mantine/core';
import { FolderClosed, Pencil, Trash2 } from 'lucide-react';
import type { Project } from '~/shared/api/models';
import { texts } from '~/shared/texts/en';
import { Ago } from '~/shared/ui/ago';
import { PastLink } from '~/shared/ui/past-link';
import classes from './project-line.module.css';

const t = texts.projects;

type Props = { project: Project; edit?: () => void; remove?: () => void };

export function ProjectLine({ project, edit, remove }: Props) {
  return (
    <li className={classes.line}>
      <FolderClosed size={19} strokeWidth={1.7} aria-hidden="true" className={classes.icon} />
      <div className={classes.words}>
        <h2 className={classes.name}>{project.name}</h2>
        {project.description && <p className={classes.detail}>{project.description}</p>}
        <p className={classes.note}>
          {t.changed} <Ago time={project.updatedAt} /> · {t.version(project.version)}
        </p>
      </div>
      <div className={classes.actions}>
        <PastLink kind="projects" id={project.id} name={project.name} />
        {edit && (
          <Tooltip label={t.edit}>
            <ActionIcon variant="subtle" color="gray" onClick={edit} aria-label={t.editNamed(project.name)}>
              <Pencil size={16} />
            </ActionIcon>
          </Tooltip>
        )}
        {remove && (
          <Tooltip label={texts.common.delete}>
            <ActionIcon
              variant="subtle"
              color="gray"
              onClick={remove}
              aria-label={t.deleteNamed(project.name)}
            >
              <Trash2 size={16} />
            </ActionIcon>
          </Tooltip>
        )}
      </div>
    </li>
  );
}
