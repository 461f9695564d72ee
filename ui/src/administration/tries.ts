/** How often something was tried in a period, how often it failed and how often it went well. */
export type Tries = { all: number; failed: number; well: number };

export const NONE: Tries = { all: 0, failed: 0, well: 0 };

/**
 * What was counted, where the failed ones are among the counted or stand apart from them. What began in the period
 * before may fail in this one, so there are at least as many as failed.
 */
export function triesOf(counted: number, failed: number, apart: boolean): Tries {
  const all = apart ? counted + failed : Math.max(counted, failed);
  return { all, failed, well: all - failed };
}
