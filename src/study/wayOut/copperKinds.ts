import type { Draft } from './candidates';
import { measureFor } from './buildingKinds';
import { cableKinds } from './cableKinds';
import type { Site } from './site';
import { MV_SITE } from './types';

const TRANSFORMER_STEPS = [1, 2, 3] as const;
const TAP_STEPS = [1, 2] as const;
const TAP_STEP_PERCENT = 2.5;
const TAP_END_PERCENT = 5;

/** More network. Of an MV site only its cables. */
export function copperKinds(site: Site): readonly Draft[] {
  const cables = cableKinds(site);
  return site.id === MV_SITE ? cables : [...stationKinds(site), ...cables, ...tapKinds(site)];
}

function stationKinds({ id }: Site): readonly Draft[] {
  const rule = { kind: 'ids', ids: [id] } as const;
  const places = ['beside the present one', 'at the far end of its worst feeder'].map(
    (where, place): Draft => ({
      family: 'copper',
      kind: 'newSubstation',
      level: place,
      words: `A second station ${where}`,
      measures: [measureFor(id, 'newSubstation', rule, { place })],
    }),
  );
  const larger = TRANSFORMER_STEPS.map((steps, level): Draft => ({
    family: 'copper',
    kind: 'transformerReplacement',
    level,
    words: `Transformer ${steps} ${steps === 1 ? 'size' : 'sizes'} larger`,
    measures: [measureFor(id, 'transformerReplacement', rule, { steps })],
  }));
  return [...places, ...larger];
}

/** The off-load tap, one step and two. */
function tapKinds({ id, year, violations }: Site): readonly Draft[] {
  const isLow = violations.some(({ what }) => what === 'underVoltage');
  const isHigh = violations.some(({ what }) => what === 'overVoltage');
  if (!isLow && !isHigh) return [];
  const present = year.district.network?.transformers.find((one) => one.id === id)?.tapPercent ?? 0;
  return TAP_STEPS.flatMap((steps, level): Draft[] => {
    const wanted = present + (isLow ? -1 : 1) * steps * TAP_STEP_PERCENT;
    const tapPercent = Math.min(TAP_END_PERCENT, Math.max(-TAP_END_PERCENT, wanted));
    const draft: Draft = {
      family: 'copper',
      kind: 'transformerTap',
      level,
      words: `Tap of the transformer to ${tapPercent} %`,
      measures: [measureFor(id, 'transformerTap', { kind: 'ids', ids: [id] }, { tapPercent })],
    };
    if (isLow && isHigh)
      return [{ ...draft, reason: 'Voltage is too low in some hours and too high in others.' }];
    if (tapPercent !== wanted)
      return [{ ...draft, words: 'Tap further on', reason: 'The tap is at its end.' }];
    return [draft];
  });
}
