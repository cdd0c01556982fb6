import type { Line, Network, Transformer } from '../../../src/model/network';
import type { ScenarioYear } from '../../../src/study/scenarioYear';
import { districtScorecard } from '../../../src/study/u4ssc';

type Put = (name: string, value: number) => void;

/** The ratings of a year's network; its U4SSC indicators that are reported, their points, and the shares of their groups. */
export function putScorecard(put: Put, key: string, year: ScenarioYear): void {
  putRatings(put, `ratings/${key}`, year.district.network!);
  const { items, groups } = districtScorecard(year);
  for (const { indicator, reading, band } of items) {
    if (reading.ok) put(`u4ssc/${indicator.id}/${key}`, reading.value.value);
    if (band !== undefined) put(`u4ssc/${indicator.id}/${key}/points`, band.points);
  }
  for (const { prefix, aggregate } of groups)
    if (aggregate !== undefined) put(`u4ssc/${prefix}/${key}/share`, aggregate.percent);
}

/** The town's network was laid by rule: every rating of it is an estimate, but for what measures bought. */
export function putRatings(put: Put, path: string, { lines, transformers }: Network): void {
  const isLaid = ({ addedFor, asBuilt, asBuiltTypeId }: Partial<Line & Transformer>) =>
    addedFor === undefined && asBuilt === undefined && asBuiltTypeId === undefined;
  put(`${path}/estimatedTransformers`, transformers.filter(isLaid).length);
  put(`${path}/estimatedLines`, lines.filter(isLaid).length);
  put(`${path}/ratedTransformers`, transformers.length);
  put(`${path}/ratedLines`, lines.length);
}
