import type { DashboardFigures } from '~/shared/api/models';
import { texts } from '~/shared/texts/en';
import { count } from '~/shared/texts/format';
import { type Figure, FigureList } from './figure-list';

const t = texts.dashboard.figures;

export function Figures({ data }: { data: DashboardFigures }) {
  const { questions, connections, sessions, projects } = data;
  const figures: Figure[] = [
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
  return <FigureList figures={figures} />;
}
