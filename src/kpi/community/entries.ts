import { worstQuality } from '../../model/archetypes';
import { billEntries, flow, shared, type Account, type MoneyEntry, type Payer } from '../money';
import type { CommunityYear, MemberSettlement } from './settle';

const COMMUNITY: Account = { party: 'community' };

/** Entries of a settled year; `payersOf` names who stands behind a member. The plant's cost is the owner's, elsewhere. */
export function communityEntries(
  year: CommunityYear,
  payersOf: (memberId: string) => readonly Payer[],
): readonly MoneyEntry[] {
  const quality = worstQuality(year.members.map(({ rest }) => rest.quality));
  return [
    ...year.members.flatMap((member) => memberEntries(member, payersOf(member.id))),
    ...flow({ party: 'supplier' }, COMMUNITY, year.plantFeedInCents, 'feedIn', quality),
  ];
}

/** What one member pays and receives: with the rest of his bill they sum to his total. */
function memberEntries(member: MemberSettlement, payers: readonly Payer[]): readonly MoneyEntry[] {
  const { quality } = member.rest;
  const split = (to: Account, signedCents: number, kind: MoneyEntry['kind']): MoneyEntry[] =>
    shared(payers, to, signedCents, kind, quality);
  const surplus = member.dividendCents < 0 ? 'contribution' : 'dividend';
  return [
    ...billEntries(member.rest, payers),
    ...split(COMMUNITY, member.sharedUseCents, 'sharedUse'),
    ...split({ party: 'operator' }, member.sharedGridCents, 'grid'),
    ...split({ party: 'state' }, member.sharedLeviesCents, 'levies'),
    ...split({ party: 'state' }, member.sharedVatCents, 'vat'),
    ...split(COMMUNITY, -member.sharedSupplyCents, 'sharedSupply'),
    ...split(COMMUNITY, -member.dividendCents, surplus),
  ];
}
