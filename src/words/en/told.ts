/** What is no result but must be known: what is kept, what a link or a file brought. */
export const told = {
  noLanguage:
    'The texts of that language could not be fetched. Connect to the network once and choose it again.',
  full: 'The storage of this browser is full: the last changes are not kept. Save the project as a file, or delete projects.',
  closed:
    'This browser keeps nothing for this page (a private window?). Save the project as a file before you close it.',
  noRoomForDistrict: 'There is no room to keep this district. Save the project as a file.',
  notDeleted:
    'It could not be deleted: this browser does not let the page at its storage now. Close other tabs of this page and try again, or delete the data of this page in the settings of the browser.',
  allDeleted:
    'Everything this page had kept in this browser is deleted. What is on screen is not kept again until you ask for it under Projects; it goes when you close this page.',
  forked:
    'Another tab has changed “{name}”. The work of this tab is kept beside it as “{copy}”; nothing is lost.',
  forkNotKept:
    'Another tab has changed “{name}”, and there is no room to keep the work of this tab beside it: it is kept nowhere. Save the project as a file before you close this page.',
  deletedHere:
    '“{name}” is deleted. What is on screen is not kept again until you ask for it under Projects; it goes when you close this page.',
  deletedElsewhere:
    '“{name}” is not kept in this browser any more: another tab has deleted it. What is on screen is not written back until you ask for it under Projects.',
  opened: 'Opened “{name}”{version}.',
  districtOpened: 'Opened “{name}”. What was read of it stands under Import; undo leads back.',
  weatherOpened: 'Opened “{name}” under the weather of {file}; undo leads back.',
  openedLink: 'Opened “{name}” from a link{version}.',
  districtChanged: ' The district has changed since: figures may differ.',
  notComputable_one: ' {count} scenario cannot be computed on it: {reason}',
  notComputable_other: ' {count} scenarios cannot be computed on it: {reason}',
  remarks_one: ' {count} remark on the file: {first}',
  remarks_other: ' {count} remarks on the file: {first}',
  thisVersion: ', made with this version of the model ({version})',
  otherVersion: ', made with version {made} of the model; this is {version}, figures may differ',
  shared: 'Shared: {name}',
  sameResult: '“{name}” gives exactly the result that was shared ({hash}{version}).',
  otherResult:
    '“{name}” gives another result than was shared{version}.{district} Compare the figures before you rely on them.',
  otherWork:
    'The address was made in another project, so the scenario it names was not opened. If that project is kept in this browser, it stands under Projects.',
} as const;
