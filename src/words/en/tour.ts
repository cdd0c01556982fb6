/** The guided tour of six steps. */
export const tour = {
  title: 'Guided tour',
  offer: 'New here? Six short steps show what you can do. You do them yourself, in any order.',
  start: 'Start the tour',
  later: 'Not now',
  goOn: 'Go on with the tour ({done} of {all})',
  leave: 'Leave the tour; go on later from Help',
  count: '{done} of {all}',
  all: 'Steps of the tour',
  isDone: '{step}, done',
  ticked: 'Done: {step}',
  already: 'You have done this already.',
  said: 'Done: {step}. Next: {next}.',
  goThere: 'Take me there',
  doneTitle: 'All six done',
  doneText: 'Next: a ready-made story beside the scenarios, Building for a single house, Present for a room.',
  close: 'Close the tour',
  again: 'Once more',
  steps: {
    scenario: {
      title: 'Change the scenario',
      text: 'Choose another tab. Baseline is today; every figure below is held against it.',
    },
    element: {
      title: 'Look at one element',
      text: 'Choose a transformer in this list, or click anything on the map.',
    },
    time: {
      title: 'Move the time',
      text: 'Drag day or hour, or click the year. Map and charts follow at once.',
    },
    measure: {
      title: 'Turn a measure',
      text: 'In a scenario other than Baseline, move a slider. A first look comes at once, the year when you let go.',
    },
    baseline: {
      title: 'Hold it against today',
      text: 'Hold this button, or B on the map, in a scenario other than Baseline.',
    },
    wayOut: {
      title: 'Ask for a way out',
      text: 'With an element chosen, ask for the cheapest way out or whether something can connect here.',
    },
  },
} as const;
