/**
 * Who pays and is paid in a district. Businesses are customers without a household. `outside` is everybody beyond:
 * generators, fuel suppliers, installers, lenders.
 */
export const PARTIES = [
  'households',
  'businesses',
  'owners',
  'community',
  'supplier',
  'operator',
  'state',
  'outside',
] as const;
export type Party = (typeof PARTIES)[number];

/** A party, or a sub-group of one: `{ party: 'households', group: 'lowest third' }`. */
export interface Account {
  readonly party: Party;
  readonly group?: string;
}

interface Words {
  readonly label: string;
  /** How it begins a sentence. */
  readonly subject: string;
  readonly object: string;
  readonly plural: boolean;
}

const WORDS: Readonly<Record<Party, Words>> = {
  households: { label: 'Households', subject: 'Households', object: 'households', plural: true },
  businesses: { label: 'Businesses', subject: 'Businesses', object: 'businesses', plural: true },
  owners: { label: 'Owners', subject: 'Owners of buildings', object: 'owners of buildings', plural: true },
  community: {
    label: 'Energy community',
    subject: 'The energy community',
    object: 'the energy community',
    plural: false,
  },
  supplier: { label: 'Supplier', subject: 'The supplier', object: 'the supplier', plural: false },
  operator: {
    label: 'Grid operator',
    subject: 'The grid operator',
    object: 'the grid operator',
    plural: false,
  },
  state: { label: 'State', subject: 'The state', object: 'the state', plural: false },
  outside: {
    label: 'Outside',
    subject: 'Others outside the district',
    object: 'others outside the district',
    plural: true,
  },
};

/** One text an account, for maps and files. */
export function accountKey({ party, group }: Account): string {
  return group === undefined ? party : `${party}/${group}`;
}

export function accountLabel({ party, group }: Account): string {
  return group === undefined ? WORDS[party].label : `${WORDS[party].label}, ${group}`;
}

/** The account in a sentence. */
export function accountWords({ party, group }: Account): Pick<Words, 'subject' | 'object' | 'plural'> {
  const { subject, object, plural } = WORDS[party];
  const of = group === undefined ? '' : ` (${group})`;
  return { subject: `${subject}${of}`, object: `${object}${of}`, plural };
}

/** Parties in their order, groups of a party by name. */
export function compareAccounts(a: Account, b: Account): number {
  const byParty = PARTIES.indexOf(a.party) - PARTIES.indexOf(b.party);
  if (byParty !== 0) return byParty;
  const [first, second] = [a.group ?? '', b.group ?? ''];
  return first < second ? -1 : first > second ? 1 : 0;
}
