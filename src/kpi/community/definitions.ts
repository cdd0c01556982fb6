import type { KpiDefinition } from '../definition';

const common = {
  boundary: 'Members of energy communities behind their transformers, one year',
  source: 'Own definition; settled step by step from the meters, what the station loses left out',
  evidence: 'own',
} as const;

/** Indicators of energy communities; all communities of a district together unless said otherwise. */
export const COMMUNITY_DEFINITIONS = {
  communityExchange: {
    ...common,
    id: 'communityExchange',
    symbol: 'E_c',
    unit: 'J',
    name: 'Electricity shared in energy communities',
    definition:
      'sum min(sum D_i, sum X_i) over steps, with the imports D_i and exports X_i of the members behind one transformer: what some feed in and others use in the same step.',
    direction: 'higher',
  },
  communitySavings: {
    ...common,
    id: 'communitySavings',
    symbol: 'G_c',
    unit: 'EUR',
    name: 'What members of energy communities save',
    definition:
      "Sum over contracts of the bill without the community less all that is paid with it, the community's own cost included. Supplier, grid operator and state lose what members gain.",
    direction: 'neither',
  },
  communityLosers: {
    ...common,
    id: 'communityLosers',
    symbol: 'n_c',
    unit: 'count',
    name: 'Customers who lose by their energy community',
    definition:
      'Households and businesses whose contract costs more with the community than without it, by ten cents a year or more: less may be rounding. 0 where nobody is in one.',
    direction: 'lower',
  },
  communityPeakImport: {
    ...common,
    id: 'communityPeakImport',
    symbol: 'P_c,max',
    unit: 'W',
    name: 'Highest peak import of an energy community',
    definition:
      'max(sum D_i - A) over steps, A what members give each other: the largest of the communities.',
    direction: 'lower',
  },
  communityPeakExport: {
    ...common,
    id: 'communityPeakExport',
    symbol: 'P_c,exp',
    unit: 'W',
    name: 'Highest peak export of an energy community',
    definition:
      'max(sum X_i - A) over steps, A what members give each other: the largest of the communities.',
    direction: 'lower',
  },
  communitySelfConsumption: {
    ...common,
    id: 'communitySelfConsumption',
    symbol: 'SC_c',
    unit: '%',
    name: 'Self-consumption of energy communities',
    definition:
      "1 - sum (sum X_i - A)/sum g: the share of the members' generation g that does not leave their communities. What batteries and cars give to the grid counts as leaving.",
    direction: 'higher',
  },
  communitySelfSufficiency: {
    ...common,
    id: 'communitySelfSufficiency',
    symbol: 'SS_c',
    unit: '%',
    name: 'Self-sufficiency of energy communities',
    definition:
      "1 - sum (sum D_i - A)/sum l: the share of the members' use l, without what batteries take in, that does not come from outside their communities.",
    direction: 'higher',
  },
} as const satisfies Readonly<Record<string, KpiDefinition>>;

/** Told of every year: 0 where there is no community. The others have no value there. */
export const COMMUNITY_TOTALS: readonly KpiDefinition[] = [
  COMMUNITY_DEFINITIONS.communityExchange,
  COMMUNITY_DEFINITIONS.communitySavings,
  COMMUNITY_DEFINITIONS.communityLosers,
];
