import { describe, expect, it } from 'vitest';
import { badgeOf, changedKpis, progressText, siteRows, soFarText, verdictText } from '../../src/state/view';
import { paceOf } from '../../src/state/studies/wayOutStudy';
import type { WayOutStudy } from '../../src/state';
import type { SiteViolation, WayOut, WayOutSet } from '../../src/study/wayOut';

/**
 * What a way out is said to be. The cheapest wrong programs: one that calls the set that solves what was asked "not a way out",
 * because stations nobody asked about are as full as before; one that lists figures that read the same before and after; one
 * whose bar moves without a share, and that says nothing until the last set is judged.
 */
const outside = (elementId: string, siteId: string): SiteViolation =>
  ({ elementId, siteId, kind: 'transformer', what: 'loading', worst: 1.09, limit: 1 }) as SiteViolation;
const asked = outside('T-10', 'T-10');
const other = outside('T-11', 'T-11');
const setOf = (remains: readonly SiteViolation[], part: Partial<WayOutSet> = {}): WayOutSet =>
  ({
    name: 'mix',
    options: [{ id: 'one' }],
    remains,
    givenUp: [],
    kpis: [],
    isCutShort: false,
    ...part,
  }) as unknown as WayOutSet;

describe('a set that was asked for at one station', () => {
  it('is a way out where it keeps every limit there, whatever is wrong elsewhere', () => {
    const set = setOf([other]);
    expect(badgeOf(set, 'en', [other])).toEqual({ keeps: true, text: 'keeps every limit asked about' });
    const said = verdictText(set, 'en', [other]);
    expect(said).toMatch(/^The power flow of its whole year keeps every limit where you asked\. 1 element/);
    expect(said).toMatch(/\(T-11\) stays outside as before: it was not asked about\.$/);
    expect(said).not.toContain('no way out');
  });

  it('is none where it leaves what was asked about, or makes something new', () => {
    expect(badgeOf(setOf([asked, other]), 'en', [other])).toEqual({ keeps: false, text: 'leaves 1 outside' });
    expect(badgeOf(setOf([outside('T-12', 'T-12')]), 'en', [other]).keeps).toBe(false);
    expect(verdictText(setOf([asked, other]), 'en', [other])).toMatch(
      /^1 element stays outside \(T-10\): no way out was found for it\. 1 element at other stations \(T-11\)/,
    );
    expect(badgeOf(setOf([]), 'de').text).toBe('hält jede Grenze ein');
  });

  it('shows no figure that reads the same before and after', () => {
    const kpi = (id: string, a: number, b: number, unit: string) => ({
      kpi: { id, unit },
      a,
      b,
      delta: b - a,
    });
    const kpis = [
      kpi('peakImport', 4_580_000, 4_577_250, 'W'),
      kpi('worstTransformerLoading', 109.2, 97.4, '%'),
      kpi('carbon', 5, 1, 'kg'),
    ] as unknown as WayOutSet['kpis'];
    const ids = changedKpis(setOf([], { kpis }), ['peakImport', 'worstTransformerLoading'], 'en').map(
      ({ kpi: { id } }) => id,
    );
    expect(ids).toEqual(['worstTransformerLoading']);
  });
});

const studyWith = (found: Partial<WayOut>, part: Partial<WayOutStudy> = {}): WayOutStudy =>
  ({
    ...{ status: 'running', stage: '8 of 41 kinds of candidates tried', explanations: [], firstYears: null },
    ...{ found: { violations: [], elsewhere: [], sets: [], progress: null, soFar: null, ...found }, ...part },
  }) as unknown as WayOutStudy;

describe('a search that takes minutes', () => {
  const progress = { tried: 8, toTry: 41, judged: 0, toJudge: 6 };

  it('says what it has done, of how many, and how long that leaves', () => {
    expect(progressText(studyWith({ progress }), 'en')).toBe('8 of 41 kinds of measures tried');
    const judging = { tried: 41, toTry: 41, judged: 2, toJudge: 6 };
    expect(progressText(studyWith({ progress: judging }, { stage: 'mix judged' }), 'en')).toBe(
      '2 of 6 ways out judged',
    );
    expect(progressText(studyWith({ progress: judging }, { stage: 'since' }), 'en')).toMatch(/first year/);
    const early = paceOf(progress, 0, 16_000)!;
    expect(early.done).toBeGreaterThan(0.1);
    expect(early.remainingS).toBeCloseTo((16 * (1 - early.done)) / early.done, 9);
    expect(paceOf({ ...progress, tried: 1 }, 0, 1000)!.remainingS).toBeNull();
    expect(paceOf(judging, 0, 1000)!.done).toBeGreaterThan(early.done);
    expect(paceOf(null, 0)).toBeNull();
  });

  it('says what is enough so far before a set is judged, and no longer once one is', () => {
    const soFar = { sites: 2, of: 3, yearlyEur: 897 };
    expect(soFarText(studyWith({ soFar }), 'en')).toMatch(
      /at 2 of 3 stations one measure alone .* 897\sEUR a year/,
    );
    expect(soFarText(studyWith({ soFar: null }), 'en')).toBeNull();
    expect(soFarText(studyWith({ soFar, sets: [setOf([])] }), 'en')).toBeNull();
  });

  it('says of a first year that it comes last, or is not known, and draws no dash', () => {
    const since = (status: WayOutStudy['status'], firstYears: WayOutStudy['firstYears']) =>
      siteRows(studyWith({ violations: [asked] }, { status, firstYears }), 'en')[0]!.sinceText;
    expect(since('running', null)).toBe('comes last');
    expect(since('ready', new Map())).toBe('not known');
    expect(since('ready', new Map([['transformer loading T-10', 2031]]))).toBe('2031');
  });
});
