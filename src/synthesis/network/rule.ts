/**
 * Every figure the synthesised network is sized by, in one place, and the text that states them. Sources: pylovo
 * (TU Munich), ding0 and eDisGo (their configuration files), SimBench (type data), DIN 18015-1. Figures without a
 * published source say "assumed".
 */
export const RULE = {
  mvVoltageV: 20_000,
  lvVoltageV: 400,
  powerFactor: 0.97,
  /**
   * Peak of one dwelling without electric water heating (DIN 18015-1) in pylovo's coincidence form, with the share that
   * stays coincident set so that 10 to 400 dwellings ask for 3.8 to 1.6 kW each: the range of SimBench's H0 loads.
   */
  dwellingW: 14_500,
  dwellingCoincidence: 0.1,
  /** A third of pylovo's 79 W/m2, because whole floors with halls, stores and stairs count here (assumed). */
  commercialWPerM2: 26,
  commercialCoincidence: 0.5,
  publicWPerM2: 10,
  publicCoincidence: 0.6,
  /** Electric heat, and cooling of dwellings, that stands today (assumed). */
  directElectricWPerM2: 40,
  heatPumpWPerM2: 25,
  coolingWPerM2: 20,
  /** What cooling adds where the W/m2 above hold part of it (assumed). */
  otherCoolingWPerM2: 8,
  /** Share of the panels' DC power that counts in the feed-in case (eDisGo); their load is left out. */
  feedInShare: 0.85,
  thermalCoincidence: 0.8,
  /** A customer above this gets a feeder of its own, above the second one a station of its own. */
  ownFeederW: 100_000,
  ownStationW: 250_000,
  /** Coincident kW per kVA of the chosen transformer. */
  transformerLoading: 0.8,
  stationSizesVa: [160e3, 250e3, 400e3, 630e3] as readonly number[],
  customerStationSizesVa: [160e3, 250e3, 400e3, 630e3, 1000e3, 1600e3, 2500e3] as readonly number[],
  /** Planning values the number of stations starts from. */
  stationTargetW: 490_000,
  stationTargetCustomers: 80,
  stationMaxCustomers: 116,
  stationMaxReachM: 520,
  stationMinReachM: 240,
  feederMaxCustomers: 45,
  feedersMin: 3,
  feedersMax: 9,
  cableLoading: 0.8,
  mvCableLoading: 0.6,
  mainDropShare: 0.04,
  serviceDropShare: 0.01,
  mvDropShare: 0.015,
  transformerDropShare: 0.02,
  detourFactor: 1.3,
  maxServiceLengthM: 60,
  minServiceLengthM: 5,
  jointSpacingM: 5,
  stationsPerRing: 20,
  primaryDistanceM: 350,
  sourceVoltagePu: 1.025,
  sourceShortCircuitVa: 350e6,
  sourceROverX: 0.1,
  lvTargetPu: 1.025,
  fuseSizesA: [
    35, 50, 63, 80, 100, 125, 160, 200, 250, 315, 400, 500, 630, 800, 1000, 1250, 1600, 2000, 2500, 3200,
    4000,
  ],
  /** Fuse above the building's own peak by this factor. */
  fuseReserve: 1.5,
  singlePhaseShare: 0.15,
  singlePhaseBeforeYear: 1965,
  singlePhaseFuseA: 63,
} as const;

const kw = (powerW: number): string => `${powerW / 1000} kW`;
const percent = (share: number): string => `${Math.round(share * 1000) / 10} %`;

/** The printed rule: a reader can recompute every size from it. */
export function sizingRuleText(): string {
  const r = RULE;
  return [
    'SYNTHETIC NETWORK. Sized by this rule before any scenario was run; no scenario figure enters.',
    `1 Demand. P = sum over classes of P_installed x (g + (1 - g) n^(-3/4)) [pylovo], n customers of the class. Dwelling ${kw(r.dwellingW)} [DIN 18015-1, one home without electric water heating], g ${r.dwellingCoincidence} (set so that 10 to 400 dwellings ask for 3.8 to 1.6 kW each, SimBench's H0 loads). ` +
      `Office, retail, hotel, restaurant, hospital ${r.commercialWPerM2} W/m2 floor, g ${r.commercialCoincidence}; school, public hall, warehouse ${r.publicWPerM2} W/m2, g ${r.publicCoincidence} (a third of pylovo's W/m2, as whole floors count (assumed); hospital and warehouse classed by us). ` +
      `Electric heat that stands today: direct ${r.directElectricWPerM2}, heat pump ${r.heatPumpWPerM2} W/m2; cooling of dwellings ${r.coolingWPerM2}, of other uses ${r.otherCoolingWPerM2} W/m2; the larger of heat and cooling counts, g ${r.thermalCoincidence} (assumed). Panels that stand today: ${r.feedInShare} of their DC power where that exceeds the load [eDisGo]. Power factor ${r.powerFactor} [ding0].`,
    `2 Stations. Smallest of 160, 250, 400, 630 kVA with P <= ${r.transformerLoading} kW per kVA (20 % reserve; SimBench lies at 0.50 to 0.83). As many stations as ${kw(r.stationTargetW)} or ${r.stationTargetCustomers} customers each ask for, ` +
      `more where a station would pass ${r.stationMaxCustomers} customers or ${r.stationMaxReachM} m along the street. Where a station in the middle would have its farthest customer nearer than ${r.stationMinReachM} m, it stands off the middle by that much (SimBench: 229 to 565 m). Up to three stations more or two fewer are tried, and the first number kept that brings all residential networks into the SimBench bands, or the most of them. A customer over ${kw(r.ownFeederW)} has its own feeder, over ${kw(r.ownStationW)} its own station.`,
    `3 LV feeders. Radial along the shortest street route; a feeder holds at most ${r.feederMaxCustomers} customers and loads its cable to at most ${percent(r.cableLoading)} of its rating; at least ${r.feedersMin} feeders a station. ` +
      `NAYY 4x150, else 4x240, else parallel cables, so that the drop from busbar to joint is at most ${percent(r.mainDropShare)}; service cable at most ${percent(r.serviceDropShare)}, so 5 % in LV [ding0]; station ${percent(r.transformerDropShare)} and MV ${percent(r.mvDropShare)} [eDisGo].`,
    `4 Service. Main fuse: smallest of 35, 50, 63, 80, 100, 125, 160, 200, 250 .. A above ${r.fuseReserve} x the building's own peak current; cable: smallest section rated for the fuse and the drop. Dwellings built before ${r.singlePhaseBeforeYear} with one household and no electric heat are single-phase by a seeded draw with probability ${r.singlePhaseShare} (assumed), ` +
      `${r.singlePhaseFuseA} A (14.5 kVA, DIN 18015-1), phases given out feeder by feeder to the least loaded phase.`,
    `5 MV. ${r.mvVoltageV / 1000} kV rings from the primary substation, ${r.primaryDistanceM} m outside the town, through at most ${r.stationsPerRing} stations [ding0], NA2XS2Y 3x1x240, normally open in the section that makes the drops on both sides most equal; at most ${percent(r.mvCableLoading)} loading with the ring open [ding0]. ` +
      `Source ${r.sourceVoltagePu} pu, ${r.sourceShortCircuitVa / 1e6} MVA, R/X ${r.sourceROverX} (assumed). Taps in steps of 2.5 %: the step that brings the station's LV side without load, with the MV drop at peak, nearest to ${r.lvTargetPu} pu.`,
    `6 Routes. Along streets as drawn; without streets a Gabriel graph over the buildings, lengths x ${r.detourFactor} [ding0]. Joints nearer than ${r.jointSpacingM} m share one; a service over ${r.maxServiceLengthM} m continues the street cable instead.`,
  ].join('\n');
}
