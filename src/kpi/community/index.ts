export { communityEntries } from './entries';
export {
  sharedFlows,
  type CommunityPlant,
  type MemberFlows,
  type SharedFlows,
  type StoredCourse,
} from './flows';
export { groupYear, type GroupYear } from './group';
export { priceRange, priceWithin, type CommunityRules, type PriceRange } from './rules';
export {
  settleCommunity,
  type Community,
  type CommunityMember,
  type CommunityYear,
  type MemberSettlement,
} from './settle';
