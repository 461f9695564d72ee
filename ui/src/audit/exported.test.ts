import { describe, expect, it } from 'vitest';
import { exportedWords } from './exported';

describe('what was exported', () => {
  it('is said in words, with the names that people have now', () => {
    const filter =
      'q=ada & "a=b"&actor=019a&subject=019b&type=identity.SignInRefused&type=x.Y&address=192.0.2.1';
    expect(exportedWords({ filter, actorName: 'Ada', subjectName: null })).toEqual([
      ['Words', 'ada & "a=b"'],
      ['Person', 'Ada'],
      ['Whom it concerned', '019b'],
      ['Event', 'Sign-in refused'],
      ['Event', 'x.Y'],
      ['Address', '192.0.2.1'],
    ]);
  });

  it('is everything without a filter', () => {
    expect(exportedWords({ filter: '', actorName: null, subjectName: null })).toEqual([]);
  });
});
