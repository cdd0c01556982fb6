import { worstQuality } from '../../model/archetypes';
import { billEntries, flow, splitCents, type Account, type MoneyEntry, type Payer } from '../money';
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
  const shared = (to: Account, signedCents: number, kind: MoneyEntry['kind']): MoneyEntry[] => {
    const parts = splitCents(
      signedCents,
      payers.map(({ weight }) => weight),
    );
    return payers.flatMap(({ account }, at) => flow(account, to, parts[at]!, kind, quality));
  };
  const surplus = member.dividendCents < 0 ? 'contribution' : 'dividend';
  return [
    ...billEntries(member.rest, payers),
    ...shared(COMMUNITY, member.sharedUseCents, 'sharedUse'),
    ...shared({ party: 'operator' }, member.sharedGridCents, 'grid'),
    ...shared({ party: 'state' }, member.sharedLeviesCents, 'levies'),
    ...shared({ party: 'state' }, member.sharedVatCents, 'vat'),
    ...shared(COMMUNITY, -member.sharedSupplyCents, 'sharedSupply'),
    ...shared(COMMUNITY, -member.dividendCents, surplus),
  ];
}
