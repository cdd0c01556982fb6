import { exp } from '../numeric/elementary';
import { normal, randomKey, uniform } from '../numeric/random';
import { deposit, type StepWindow } from './deposit';

/** A vehicle that charges at home. */
export interface Vehicle {
  readonly key: number;
  readonly powerW: number;
  readonly phases: 1 | 3;
  /** Chance that a day has a session. */
  readonly dailyChance: number;
  readonly managed: boolean;
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
const SIGMA_LOG = 0.45;
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
  const threePhase = draw >= 0.7 && servicePhases === 3;
  return {
    key: randomKey(seed, entity, 'vehicle-sessions'),
    powerW: threePhase ? 11000 : draw < 0.5 ? 3700 : 7400,
    phases: threePhase ? 3 : 1,
    dailyChance: (CHARGES_PER_WEEK - 1 + 2 * uniform(randomKey(seed, entity, 'vehicle-habit'), 0)) / 7,
    managed,
  };
}

/** The session that starts on a day, or null. Energy never exceeds what the window lets in. README eq. 12. */
export function sessionOf(
  vehicle: Vehicle,
  day: number,
  weekend: boolean,
  leavesOnWeekend: boolean,
): Session | null {
  const { key } = vehicle;
  const counter = (day + 1) * DRAWS_PER_DAY;
  if (uniform(key, counter) >= vehicle.dailyChance) return null;
  const arrival = weekend
    ? 960 + 170 * normal(key, counter / 2 + 1)
    : 1080 + 100 * normal(key, counter / 2 + 1);
  const departure = (leavesOnWeekend ? 570 : 450) + 50 * normal(key, counter / 2 + 2);
  const arrivalMin = day * 1440 + Math.min(1430, Math.max(600, arrival));
  const departureMin = (day + 1) * 1440 + Math.min(720, Math.max(300, departure));
  const drawn = MEAN_SESSION_J * exp(SIGMA_LOG * normal(key, counter / 2 + 3) - (SIGMA_LOG * SIGMA_LOG) / 2);
  return {
    arrivalMin,
    departureMin,
    energyJ: Math.min(drawn, vehicle.powerW * 60 * (departureMin - arrivalMin)),
  };
}

/**
 * Adds a session. Unmanaged: full power from arrival. Managed: constant power from 22:00 (from arrival where later,
 * earlier where time is short) to departure, the lowest peak in the valley; the same energy. README eq. 13 and 14.
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
