/** The page around the panels: the way past the bar, the map in words, and what opening a file had to say. */
export const page = {
  skip: 'Skip to the map or table',
  district: 'District',
  scenarioFile: 'Scenario file',
  partFailed: 'This part of the page could not be loaded. The rest stays, and your work is kept.',
  tryAgain: 'Try again',
  withoutMap: {
    noWebGl: 'This browser offers no WebGL 2.',
    contextLost: 'The graphics context was lost.',
  },
  noMap: '{reason} The table holds everything the map shows.',
  notOpened: 'The district could not be opened',
  theDistrict: 'the district',
  map: 'Map of {name}.{most} N and P step through elements by severity, Escape leaves. The table holds the same.',
  mapMost: ' Most loaded of the year: {id}, {loading}.',
  linkRefused: 'The link was not opened. {reason}{others} {remedy}',
  otherReasons_one: ' There is {count} more reason.',
  otherReasons_other: ' There are {count} more reasons.',
  loadScenario: 'Load {name}',
  loadingFailed: 'Loading failed.',
  nothingImported_one: 'Nothing was imported: {count} problem.',
  nothingImported_zero: 'Nothing was imported: no problems.',
  nothingImported_other: 'Nothing was imported: {count} problems.',
  notAtHand:
    '“{name}” was not opened: its district “{district}” is not in this browser any more. Import that district here, then open the project.',
} as const;
