import { exp } from '../numeric/elementary';
import { normal, randomKey, uniform } from '../numeric/random';
import { deposit, type StepWindow } from './deposit';

/** A vehicle that charges at home. */
export interface Vehicle {
  readonly key: number;
  readonly powerW: number;
  readonly phases: 1 | 3;
  /** Which phase of its service a single-phase charger is on, from 0: electricians spread them. */
  readonly servicePhase: number;
  /** Chance that a day has a session. */
  readonly dailyChance: number;
  readonly managed: boolean;
  /** Mean energy of a session, J. */
  readonly meanSessionJ: number;
  /** How much later than others it comes home, minutes. */
  readonly shiftMin: number;
}

/** One plug-in session; minutes count from the start of the year. */
export interface Session {
  readonly arrivalMin: number;
  readonly departureMin: number;
  readonly energyJ: number;
}

/** Home charges a week, TOI/ELAN survey: 4.4; vehicles between 3.4 and 5.4. */
const CHARGES_PER_WEEK = 4.4;
/** Mean session energy and spread of its logarithm: 8 to 14 kWh a session (from memory: unknown_untraceable). */
const MEAN_SESSION_J = 10.5 * 3.6e6;
/** Spread of the logarithm between vehicles and between the sessions of one, together 0.46: assumed. */
const VEHICLE_SIGMA_LOG = 0.3;
const SESSION_SIGMA_LOG = 0.35;
/** Mean and spread of arrivals on workdays and days off, minutes of the day; part of it lies between vehicles: assumed. */
const WORKDAY_ARRIVAL = { meanMin: 1080, spreadMin: 80 } as const;
const OFF_DAY_ARRIVAL = { meanMin: 960, spreadMin: 160 } as const;
const ARRIVAL_SHIFT_MIN = 60;
/** No session is left at noon, none begins before: two never overlap. */
const LATEST_DEPARTURE_MIN = 720;
/** Where a managed session may start at the earliest unless time is short: 22:00. */
const VALLEY_START_MIN = 22 * 60;
const DRAWS_PER_DAY = 8;

/**
 * A vehicle of a building by its number there. Chargers of 3.7 / 7.4 / 11 kW in shares 50 / 20 / 30 %: RAMP-mobility has
 * 3.7 and 11 kW two to one, the 7.4 kW share is assumed. A single-phase service has no 11 kW.
 */
export function vehicleOf(
  seed: number,
  buildingId: string,
  index: number,
  managed: boolean,
  servicePhases: number,
): Vehicle {
  const entity = `${buildingId}/vehicle/${index}`;
  const draw = uniform(randomKey(seed, entity, 'vehicle-charger'), 0);
  const habit = randomKey(seed, entity, 'vehicle-habit');
  const threePhase = draw >= 0.7 && servicePhases === 3;
  return {
    key: randomKey(seed, entity, 'vehicle-sessions'),
    powerW: threePhase ? 11000 : draw < 0.5 ? 3700 : 7400,
    phases: threePhase ? 3 : 1,
    servicePhase: Math.floor(servicePhases * uniform(randomKey(seed, entity, 'vehicle-phase'), 0)),
    dailyChance: (CHARGES_PER_WEEK - 1 + 2 * uniform(habit, 0)) / 7,
    managed,
    meanSessionJ: MEAN_SESSION_J * logNormal(VEHICLE_SIGMA_LOG, habit, 1),
    shiftMin: ARRIVAL_SHIFT_MIN * normal(habit, 2),
  };
}

/** Log-normal factor of mean one. */
function logNormal(sigmaLog: number, key: number, counter: number): number {
  return exp(sigmaLog * normal(key, counter) - (sigmaLog * sigmaLog) / 2);
}

/** The session that starts on a day, or null. Energy never exceeds what the window lets in. household.md eq. 14. */
export function sessionOf(
  vehicle: Vehicle,
  day: number,
  weekend: boolean,
  leavesOnWeekend: boolean,
): Session | null {
  const { key } = vehicle;
  const counter = (day + 1) * DRAWS_PER_DAY;
  if (uniform(key, counter) >= vehicle.dailyChance) return null;
  const { meanMin, spreadMin } = weekend ? OFF_DAY_ARRIVAL : WORKDAY_ARRIVAL;
  const arrival = meanMin + vehicle.shiftMin + spreadMin * normal(key, counter / 2 + 1);
  const departure = (leavesOnWeekend ? 570 : 450) + 50 * normal(key, counter / 2 + 2);
  const arrivalMin = day * 1440 + Math.min(1430, Math.max(LATEST_DEPARTURE_MIN, arrival));
  const departureMin = (day + 1) * 1440 + Math.min(LATEST_DEPARTURE_MIN, Math.max(300, departure));
  const drawn = vehicle.meanSessionJ * logNormal(SESSION_SIGMA_LOG, key, counter / 2 + 3);
  return {
    arrivalMin,
    departureMin,
    energyJ: Math.min(drawn, vehicle.powerW * 60 * (departureMin - arrivalMin)),
  };
}

/**
 * Adds a session. Unmanaged: full power from arrival. Managed: constant power from 22:00 (from arrival where later,
 * earlier where time is short) to departure, the lowest peak in the valley; the same energy. household.md eq. 15.
 */
export function addSession(vehicle: Vehicle, session: Session, window: StepWindow): void {
  const fullMin = session.energyJ / vehicle.powerW / 60;
  if (!vehicle.managed) {
    deposit(window, session.arrivalMin, fullMin, vehicle.powerW);
    return;
  }
  const day = Math.floor(session.arrivalMin / 1440);
  const latestMin = session.departureMin - fullMin;
  const startMin = Math.max(session.arrivalMin, Math.min(day * 1440 + VALLEY_START_MIN, latestMin));
  const lengthMin = Math.max(fullMin, session.departureMin - startMin);
  deposit(window, startMin, lengthMin, session.energyJ / 60 / lengthMin);
}
