import { describe, expect, it } from 'vitest';
import { estimatedRatings, ratingClasses, ratingClassOf } from '../../src/model/ratingClass';
import { smallTown } from '../engine/smallTown';

/**
 * How sure a rating is. The cheapest wrong programs: everything of a list is "catalogue" although a rule chose its size, a new
 * cable inherits the doubt about the old one, and words inside other words decide.
 */
describe('the class of a rating', () => {
  const given = { synthetic: false };

  it('of a network that was laid by rule is an estimate, whatever list the type stands in', () => {
    expect(ratingClassOf({ synthetic: true }, { source: 'SimBench types, nameplate' })).toBe('estimated');
    const { network } = smallTown(6);
    expect(new Set(ratingClasses(network!).values())).toEqual(new Set(['estimated']));
    const { lines, transformers } = network!;
    expect(estimatedRatings(network!)).toEqual({
      ...{ lines: lines.length, estimatedLines: lines.length },
      ...{ transformers: transformers.length, estimatedTransformers: transformers.length },
    });
  });

  it('of a given network follows what the source of the type says', () => {
    expect(ratingClassOf(given, { source: 'nameplate, photographed 2024' })).toBe('measured');
    expect(ratingClassOf(given, { source: 'manufacturer’s list NAYY' })).toBe('catalogue');
    expect(ratingClassOf(given, { source: 'engineering value: no data sheet is at hand' })).toBe('estimated');
    expect(ratingClassOf(given, { source: 'assumed from the year of laying' })).toBe('estimated');
    expect(ratingClassOf(given, { source: 'Unmeasured Ltd. price list' })).toBe('catalogue');
  });

  it('of what a measure puts there is the list’s', () => {
    const { network } = smallTown(6);
    const [line, ...lines] = network!.lines;
    const [station, ...transformers] = network!.transformers;
    const changed = {
      ...network!,
      lines: [{ ...line!, asBuilt: { lineTypeId: line!.lineTypeId, parallel: 1 } }, ...lines],
      transformers: [{ ...station!, asBuiltTypeId: station!.transformerTypeId }, ...transformers],
    };
    const classes = ratingClasses(changed);
    expect([classes.get(line!.id), classes.get(station!.id)]).toEqual(['catalogue', 'catalogue']);
    const { lines: all, estimatedLines, estimatedTransformers } = estimatedRatings(changed);
    expect([all - estimatedLines, estimatedTransformers]).toEqual([1, transformers.length]);
  });
});
