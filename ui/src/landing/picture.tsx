import { texts } from '~/shared/texts/en';
import classes from './picture.module.css';

const t = texts.landing.demo;

/** One question on its way through Daybook, drawn in HTML so that it follows the theme and stays sharp. */
export function Picture() {
  return (
    <div role="img" aria-label={texts.landing.picture} className={classes.picture}>
      <div className={classes.sheet} aria-hidden="true">
        <div className={classes.question}>{t.question}</div>
        <ol className={classes.steps}>
          {t.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <pre className={classes.sql}>
          <b>select</b> p.name, <b>sum</b>(i.quantity * i.price) <b>as</b> revenue{'\n'}
          <b>from</b> order_items i <b>join</b> products p <b>on</b> p.id = i.product_id{'\n'}
          <b>group by</b> p.name <b>order by</b> revenue <b>desc limit</b> <i>5</i>
        </pre>
        <table className={classes.table}>
          <thead>
            <tr>
              <th>{t.columns[0]}</th>
              <th />
              <th>{t.columns[1]}</th>
            </tr>
          </thead>
          <tbody>
            {t.rows.map(([name, revenue, share]) => (
              <tr key={name}>
                <td>{name}</td>
                <td className={classes.track}>
                  <span className={classes.bar} style={{ width: `${share}%` }} />
                </td>
                <td>{revenue}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ol className={classes.log} aria-hidden="true">
        {t.log.map(([position, sentence]) => (
          <li key={position}>
            <span>{position}</span>
            {sentence}
          </li>
        ))}
      </ol>
    </div>
  );
}
