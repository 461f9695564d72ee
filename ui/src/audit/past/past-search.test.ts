import { describe, expect, it } from 'vitest';
import { listSearch, pastSearch, pickedMoment, pickerValue } from './past-search';

describe('the moment in the URL', () => {
  it('is a position or a time and nothing else', () => {
    expect(pastSearch({ at: 42, against: '2026-03-01T12:00:00Z' })).toEqual({
      at: 42,
      against: '2026-03-01T12:00:00Z',
    });
    expect(pastSearch({ at: 'yesterday', against: 0 })).toEqual({});
    expect(pastSearch({ at: '-1' })).toEqual({});
  });

  it('is absent for now, but now can be compared with', () => {
    expect(pastSearch({ at: 'now', against: 'now' })).toEqual({ against: 'now' });
  });

  it('chooses a list that there is', () => {
    expect(listSearch({ kind: 'sessions', ended: true, at: '7' })).toEqual({
      kind: 'sessions',
      ended: true,
      at: 7,
    });
    expect(listSearch({ kind: 'secrets', ended: 'yes' })).toEqual({});
  });
});

describe('picking a moment', () => {
  it('takes the end of the minute, so that what happened in it is seen', () => {
    const noon = new Date(2026, 2, 1, 12, 0).getTime();
    const picked = pickedMoment('2026-03-01T12:00', noon + 3_600_000);
    expect(picked).toBe(new Date(noon + 59_999).toISOString());
    expect(pickerValue(picked)).toBe('2026-03-01T12:00');
  });

  it('is now for the future and for the minute that is not over', () => {
    const now = new Date(2026, 2, 1, 12, 0, 30).getTime();
    expect(pickedMoment('2026-03-01T12:00', now)).toBeUndefined();
    expect(pickedMoment('2999-01-01T00:00', now)).toBeUndefined();
    expect(pickedMoment('', now)).toBeUndefined();
  });

  it('shows no time for a position', () => {
    expect(pickerValue(42)).toBe('');
    expect(pickerValue(undefined)).toBe('');
  });
});
