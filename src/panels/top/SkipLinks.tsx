import { useAppState, useWords } from '../../state';

/** Past the bars, the levers and the buttons of the map, to what most come for. */
export function SkipLinks() {
  const words = useWords();
  const mode = useAppState((state) => state.mode);
  const isThere = useAppState((state) => state.phase !== 'failed');
  const ways = [
    { to: 'main-view', label: words('page.skip') },
    ...(mode === 'plan' && isThere ? [{ to: 'inspector', label: words('page.skipTight') }] : []),
    ...(mode === 'present' || !isThere ? [] : [{ to: 'time-bar', label: words('page.skipTime') }]),
  ];
  return (
    <nav className="skips" aria-label={words('page.skips')}>
      {ways.map(({ to, label }) => (
        <a
          key={to}
          className="skip"
          href={`#${to}`}
          // The address holds the view: it keeps what it says.
          onClick={(event) => {
            event.preventDefault();
            document.getElementById(to)?.focus();
          }}
        >
          {label}
        </a>
      ))}
    </nav>
  );
}
