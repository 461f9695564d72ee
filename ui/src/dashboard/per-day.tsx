import { Tooltip } from '@mantine/core';
import { texts } from '~/shared/texts/en';
import { count, dayAndMonth } from '~/shared/texts/format';
import card from '~/shared/ui/card.module.css';
import classes from './dashboard.module.css';
import { type Day, lastDays } from './last-days';

const t = texts.dashboard;
const DAYS = 30;

export function PerDay({ perDay }: { perDay: Day[] }) {
  const days = lastDays(perDay, DAYS);
  const most = Math.max(...days.map(({ questions }) => questions), 1);
  const sum = days.reduce((total, { questions }) => total + questions, 0);
  return (
    <section className={card.card} aria-label={t.perDay}>
      <div className={card.head}>
        <h2 className={card.title}>{t.perDay}</h2>
      </div>
      {sum === 0 ? (
        <p className={classes.quiet}>{t.nothingAsked}</p>
      ) : (
        <>
          <div className={classes.bars} role="img" aria-label={t.perDaySummary(count(sum), DAYS)}>
            {days.map(({ day, questions }) => (
              <Tooltip key={day} label={`${dayAndMonth(day)}: ${count(questions)}`} openDelay={0}>
                <div>
                  <span
                    style={{ height: `${(questions / most) * 100}%` }}
                    data-none={questions === 0 || undefined}
                  />
                </div>
              </Tooltip>
            ))}
          </div>
          <div className={classes.axis} aria-hidden="true">
            <span>{dayAndMonth(days[0]?.day ?? '')}</span>
            <span>{dayAndMonth(days.at(-1)?.day ?? '')}</span>
          </div>
        </>
      )}
    </section>
  );
}
