import { ownTariffsIssues } from '../../model/schema/tariffsIssues';
import type { Issue } from '../../model/outcome';
import type { Scenario } from '../../model/scenario';
import { PLACEHOLDER_TARIFFS, type OwnTariffs, type Tariff, type TariffContract } from '../../model/tariff';
import { freeNumbered } from '../document';

/** A tariff that a scenario may buy under: shipped, or its own in the place of one or beside them. */
export interface KnownTariff {
  readonly tariff: Tariff;
  readonly isOwn: boolean;
}

const offeredBy = ({ tariffs }: Pick<Scenario, 'tariffs'>): readonly Tariff[] => tariffs?.offered ?? [];

export const contractsBy = ({ tariffs }: Pick<Scenario, 'tariffs'>): readonly TariffContract[] =>
  tariffs?.contracts ?? [];

/** The scenario's own first, then the shipped ones that none of them takes the place of. */
export function knownTariffs(scenario: Pick<Scenario, 'tariffs'>): readonly KnownTariff[] {
  const own = offeredBy(scenario);
  const ids = new Set(own.map(({ id }) => id));
  return [
    ...own.map((tariff): KnownTariff => ({ tariff, isOwn: true })),
    ...PLACEHOLDER_TARIFFS.filter(({ id }) => !ids.has(id)).map((tariff): KnownTariff => ({
      tariff,
      isOwn: false,
    })),
  ];
}

/** A copy to begin with, under an id that nobody has. */
export function tariffFrom(from: Tariff, name: string, scenario: Pick<Scenario, 'tariffs'>): Tariff {
  const taken = new Set(knownTariffs(scenario).map(({ tariff }) => tariff.id));
  return { ...from, id: freeNumbered(`own-${from.id.replace(/^own-/, '')}`, taken), name };
}

/** The scenario with tariffs of its own; without any and without contracts nothing is left behind. */
export function withOwnTariffs({ tariffs: _, ...rest }: Scenario, own: OwnTariffs): Scenario {
  const { offered, contracts = [] } = own;
  if (offered.length === 0 && contracts.length === 0) return rest;
  return { ...rest, tariffs: { offered, ...(contracts.length === 0 ? {} : { contracts }) } };
}

/** With a tariff in the place of the one of its id, or behind the others. */
export function withTariff({ tariffs }: Pick<Scenario, 'tariffs'>, tariff: Tariff): OwnTariffs {
  const { offered = [], ...rest } = tariffs ?? {};
  const row = offered.findIndex(({ id }) => id === tariff.id);
  return {
    ...rest,
    offered: row < 0 ? [...offered, tariff] : offered.map((one, at) => (at === row ? tariff : one)),
  };
}

/** Without a tariff, and without the contracts that only it could keep. */
export function withoutTariff({ tariffs }: Pick<Scenario, 'tariffs'>, id: string): OwnTariffs {
  const { offered = [], contracts = [] } = tariffs ?? {};
  const isShipped = PLACEHOLDER_TARIFFS.some((one) => one.id === id);
  return {
    offered: offered.filter((one) => one.id !== id),
    contracts: isShipped ? contracts : contracts.filter(({ tariffId }) => tariffId !== id),
  };
}

export function withContracts(
  { tariffs }: Pick<Scenario, 'tariffs'>,
  contracts: readonly TariffContract[],
): OwnTariffs {
  return { offered: tariffs?.offered ?? [], contracts };
}

/** What stands in the way of taking them, all at once. */
export const tariffProblems = (own: OwnTariffs, scenario: Scenario): readonly Issue[] =>
  ownTariffsIssues(own, scenario.id);
