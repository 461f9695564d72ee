import classes from './logo.module.css';

/** A ruled page with its margin. */
export function Logo({ size = 26 }: { size?: number }) {
  return (
    <span className={classes.logo} style={{ fontSize: size * 0.85 }}>
      <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
        <rect width="32" height="32" rx="7" className={classes.page} />
        <path d="M11 6v20" className={classes.margin} />
        <path d="M15 11h10M15 16h10M15 21h6" className={classes.lines} />
      </svg>
      Daybook
    </span>
  );
}
