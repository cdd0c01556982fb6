import { tag } from './quality';
import type { Archetype, EnvelopeFigures, Tag } from './types';

type BlindFigures = Pick<EnvelopeFigures, 'blindClosedAboveWPerM2' | 'blindTransmittedShare'>;

/** What people draw inside their windows where there is nothing outside: light curtains, roller blinds. */
export const INNER_BLIND: BlindFigures = { blindClosedAboveWPerM2: 300, blindTransmittedShare: 0.75 };

export const INNER_BLIND_TAGS: Readonly<Record<keyof BlindFigures, Tag>> = {
  blindClosedAboveWPerM2: tag(
    'ISO 13790:2008, as in CityEnergyAnalyst 1415dfbd, cea/technologies/blinds.py',
    'estimation_assumptions',
  ),
  blindTransmittedShare: tag(
    'between ISO 13790:2008 G.5.2, white curtains inside (0.65 and 0.80; BEMEval/bemeval-res 8acf2061); DIN 4108-2:2013 ' +
      'table 7, inside, 0.65 to 0.90 (from memory)',
    'estimation_assumptions',
  ),
};

/** A blind as windows have it. */
export interface BlindFigure {
  readonly closedAboveWPerM2: number;
  readonly transmittedShare: number;
}

/** None where it would let everything through. */
export function blindOf({
  blindClosedAboveWPerM2,
  blindTransmittedShare,
}: Archetype): BlindFigure | undefined {
  if (!(blindTransmittedShare < 1)) return undefined;
  return { closedAboveWPerM2: blindClosedAboveWPerM2, transmittedShare: blindTransmittedShare };
}
