const PATHS = {
  undo: 'M7 4 3 8l4 4M3 8h8a5 5 0 0 1 0 10H8',
  redo: 'M13 4l4 4-4 4M17 8H9a5 5 0 0 0 0 10h3',
  plus: 'M10 4v12M4 10h12',
  marks: 'M3 6V3h3M9 3h2M14 3h3v3M17 9v2M17 14v3h-3M11 17H9M6 17H3v-3M3 11V9M7 10l2 2 4-4',
  minus: 'M4 10h12',
  close: 'M5 5l10 10M15 5 5 15',
  play: 'M6 4l10 6-10 6z',
  pause: 'M7 4v12M13 4v12',
  previous: 'M12 5l-5 5 5 5',
  next: 'M8 5l5 5-5 5',
  up: 'M5 12l5-5 5 5',
  down: 'M5 8l5 5 5-5',
  home: 'M3 10l7-6 7 6M5 9v7h10V9',
  top: 'M10 3l7 4-7 4-7-4zM3 12l7 4 7-4',
  north: 'M10 3l5 13-5-3-5 3z',
  zoomIn: 'M9 3a6 6 0 1 1 0 12A6 6 0 0 1 9 3zM13.5 13.5 17 17M6 9h6M9 6v6',
  zoomOut: 'M9 3a6 6 0 1 1 0 12A6 6 0 0 1 9 3zM13.5 13.5 17 17M6 9h6',
  turnLeft: 'M6 3 3 6l3 3M3 6h7a6 6 0 1 1-6 7',
  turnRight: 'M14 3l3 3-3 3M17 6h-7a6 6 0 1 0 6 7',
  map: 'M3 5l5-2 4 2 5-2v12l-5 2-4-2-5 2zM8 3v12M12 5v12',
  table: 'M3 4h14v12H3zM3 8h14M3 12h14M8 4v12',
  upload: 'M10 13V3M6 7l4-4 4 4M3 13v4h14v-4',
  download: 'M10 3v10M6 9l4 4 4-4M3 14v3h14v-3',
  help: 'M7 7.5A3 3 0 1 1 10 11v1.5M10 15.6v.1',
  compare: 'M4 16V9M9 16V4M14 16v-6M17 17H3',
  sun: 'M10 6.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7zM10 2v2M10 16v2M2 10h2M16 10h2M4.4 4.4l1.4 1.4M14.2 14.2l1.4 1.4M15.6 4.4l-1.4 1.4M5.8 14.2l-1.4 1.4',
  moon: 'M16 12A7 7 0 0 1 8 4a7 7 0 1 0 8 8z',
  auto: 'M3 5h14v9H3zM7 17h6M10 14v3',
  warn: 'M10 3l8 14H2zM10 8v4M10 14.4v.1',
  check: 'M4 10l4 4 8-9',
  grid: 'M10 3v5M5 12l5-4 5 4M5 12v5M15 12v5M10 8v9',
  peak: 'M3 16l4-6 3 3 4-9 3 12',
  reset: 'M4 4v4h4M4.5 8A6.5 6.5 0 1 1 4 12',
  edit: 'M4 16l1-4 8-8 3 3-8 8zM12 5l3 3',
  goTo: 'M4 10h11M11 6l4 4-4 4',
  story: 'M10 5C8 3.5 5.5 3 3 3.5V15c2.5-.5 5 0 7 1.5 2-1.5 4.5-2 7-1.5V3.5C14.5 3 12 3.5 10 5zM10 5v11.5',
  plug: 'M7 3v4M13 3v4M5 7h10v3a5 5 0 0 1-10 0zM10 15v3',
  menu: 'M3 6h14M3 10h14M3 14h14',
  share:
    'M13.2 5.4 6.8 9M6.8 11l6.4 3.6M15 2.5a2 2 0 1 1 0 4 2 2 0 0 1 0-4zM5 8a2 2 0 1 1 0 4 2 2 0 0 1 0-4zM15 13.5a2 2 0 1 1 0 4 2 2 0 0 1 0-4z',
  history: 'M4 3.5V7h3.5M4.4 6.9A6.5 6.5 0 1 1 3.5 10.5M10 6.5V10l2.6 1.8',
  copy: 'M7 7h10v10H7zM4 13H3V3h10v1',
  folder: 'M3 5h5l2 2h7v9H3z',
  split: 'M3 4h14v12H3zM10 3v14M7 8l-2 2 2 2M13 8l2 2-2 2',
  flow: 'M3 5l4 5-4 5M8.5 5l4 5-4 5M14 5l4 5-4 5',
  bookmark: 'M6 3h8v14l-4-3.5L6 17z',
  projector: 'M3 3.5h14M4 3.5V12h12V3.5M10 12v3M7 17l3-2 3 2',
} as const;
export type IconName = keyof typeof PATHS;

/** A drawn sign beside words; on its own only inside a button that has a name. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
