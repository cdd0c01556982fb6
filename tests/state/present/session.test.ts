import { describe, expect, it } from 'vitest';
import shipped from '../../../scenarios/sessions/streets.session.json';
import { readSessionFile, writeSessionFile, type Session } from '../../../src/io/sessionFile';
import { MEASURES } from '../../../src/measures';
import { textIn } from '../../../src/state/present';
import { MAP_VARIABLES } from '../../../src/state/view';

/**
 * A session file is read whole or refused whole. The cheapest wrong readers: one that stops at the first problem, one that
 * drops what it does not know, and one whose shipped file says one thing in English and another in German.
 */
const read = (value: unknown) => readSessionFile(JSON.stringify(value), 'own.session.json', MAP_VARIABLES);

function session(): Session {
  const outcome = read(shipped);
  if (!outcome.ok)
    throw new Error(outcome.issues.map(({ field, message }) => `${field}: ${message}`).join('; '));
  return outcome.value;
}

describe('the session that comes with the app', () => {
  it('has at most four figures and six to eight levers, each of a measure that exists', () => {
    const { kpis, levers } = session();
    expect(kpis.length).toBeLessThanOrEqual(4);
    expect(levers.length).toBeGreaterThanOrEqual(6);
    expect(levers.length).toBeLessThanOrEqual(8);
    for (const { measure } of levers) expect(MEASURES[measure]).toBeDefined();
  });

  it('says as many words in every language, and none twice on a lever or among the options', () => {
    const { levers, questions } = session();
    for (const language of ['en', 'de'] as const) {
      for (const { levels } of levers) {
        const said = levels.map(({ words }) => textIn(words, language));
        expect(new Set(said).size, said.join(', ')).toBe(levels.length);
        expect(said.join(''), 'the number stands one step deeper').not.toMatch(/\d/);
      }
      for (const { options } of questions)
        expect(new Set(options.map(({ words }) => textIn(words, language))).size).toBe(options.length);
    }
  });

  it('survives being written and read', () => {
    const written = writeSessionFile(session());
    expect(readSessionFile(written, 'again.json', MAP_VARIABLES)).toEqual({
      ok: true,
      value: session(),
      issues: [],
    });
  });
});

describe('a session whose steps say nothing', () => {
  it('survives being written and read', () => {
    const { text: _, ...step } = shipped.agenda[0]!;
    const silent = read({ ...shipped, agenda: [step] });
    if (!silent.ok) throw new Error('a step without a text was refused');
    expect(readSessionFile(writeSessionFile(silent.value), 'again.json', MAP_VARIABLES)).toEqual(silent);
  });
});

describe('a session file that is wrong', () => {
  const [lever] = shipped.levers;
  const broken = {
    ...shipped,
    variable: 'beauty',
    surprise: true,
    kpis: [...shipped.kpis, { id: 'peakImport', words: 'A fifth figure' }],
    levers: [
      { ...lever, measure: 'perpetualMotion' },
      { ...lever, id: 'falling', measure: 'homeBattery', levels: [...lever!.levels].reverse() },
    ],
    questions: [
      { kpiId: 'joy', words: { en: 'Only English' }, options: shipped.questions[0]!.options.slice(0, 2) },
    ],
    agenda: [{ ...shipped.agenda[0]!, minutes: -5, locked: ['nobody'] }],
  };

  it('is refused whole, with everything that is wrong in it', () => {
    const outcome = read(broken);
    expect(outcome.ok).toBe(false);
    const fields = new Set(outcome.issues.map(({ field }) => field));
    for (const field of [
      'surprise',
      'variable',
      'kpis',
      'levers[0].measure',
      'levers[1].levels',
      'questions[0].kpiId',
      'questions[0].words',
      'questions[0].options',
      'agenda[0].minutes',
      'agenda[0].locked',
    ])
      expect(fields, field).toContain(field);
    for (const { source, remedy } of outcome.issues) {
      expect(source).toBe('own.session.json');
      expect(remedy).not.toBe('');
    }
  });

  it.each([
    [
      'a text in the place of a list of locks',
      { ...shipped, agenda: [{ ...shipped.agenda[0]!, locked: 'heat' }] },
      'agenda[0].locked',
    ],
    [
      'a lock that is no text',
      { ...shipped, agenda: [{ ...shipped.agenda[0]!, locked: [null] }] },
      'agenda[0].locked',
    ],
    ['another version', { ...shipped, schema: 'gridtwin-session/9' }, 'schema'],
    ['a list', [], 'schema'],
    ['the same lever twice', { ...shipped, levers: [lever, lever] }, 'levers'],
    ['the same figure twice', { ...shipped, kpis: [shipped.kpis[0], shipped.kpis[0]] }, 'kpis'],
    [
      'a question on a figure that is not shown',
      { ...shipped, kpis: shipped.kpis.slice(1) },
      'questions[0].kpiId',
    ],
    [
      'a locked lever that is no list',
      { ...shipped, agenda: [{ ...shipped.agenda[0], locked: 'solar' }] },
      'agenda[0].locked',
    ],
    [
      'a share above 1',
      {
        ...shipped,
        levers: [
          {
            ...lever,
            levels: [
              { words: 'a', share: 0 },
              { words: 'b', share: 20 },
            ],
          },
        ],
      },
      'levers[0].levels[1].share',
    ],
    [
      'no present day',
      {
        ...shipped,
        levers: [
          {
            ...lever,
            levels: [
              { words: 'a', share: 0.1 },
              { words: 'b', share: 0.2 },
            ],
          },
        ],
      },
      'levers[0].levels',
    ],
  ])('is refused: %s', (_, value, field) => {
    const outcome = read(value);
    expect(outcome.ok).toBe(false);
    expect(outcome.issues.map((issue) => issue.field)).toContain(field);
  });
});
