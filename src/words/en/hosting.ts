/** Hosting capacity in the comparison. */
export const hosting = {
  count: 'Count hosting capacity',
  note: 'How much PV, how many cars and heat pumps each feeder still takes: a screening by five random allocations, a minute or more a scenario of a whole town.',
  what: 'Hosting capacity',
  failed: 'Hosting capacity could not be counted',
  standing_one: '{found} of {count} scenario counted',
  standing_other: '{found} of {count} scenarios counted',
  partial: 'partial',
  old: 'old',
  cancel: 'Cancel hosting capacity',
  goOn: 'Go on with hosting capacity',
};
