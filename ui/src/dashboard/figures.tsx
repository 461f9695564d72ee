import type { DashboardFigures } from '~/shared/api/models';
import { texts } from '~/shared/texts/en';
import { count } from '~/shared/texts/format';
import card from '~/shared/ui/card.module.css';
import classes from './dashboard.module.css';

const t = texts.dashboard.figures;

export function Figures({ data }: { data: DashboardFigures }) {
  const { questions, connections, sessions, projects } = data;
  const figures: [string, string, string?][] = [
    [t.today, count(questions.today)],
    [
      t.total,
      count(questions.total),
      questions.failed > 0 ? t.failed(count(questions.failed)) : t.noneFailed,
    ],
    [t.connections, t.of(count(connections.connected), count(connections.total))],
    [t.sessions, count(sessions.active)],
    [t.projects, count(projects.total)],
  ];
  return (
    <dl className={`${card.card} ${classes.figures}`}>
      {figures.map(([name, value, note]) => (
        <div key={name} className={classes.figure}>
          <dt>{name}</dt>
          <dd>
            {value} {note && <small>{note}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
