import { useAppState } from '../../state';

/** The hours of a day without daylight, behind the hour slider. */
export function NightBand({ day }: { readonly day: number }) {
  const ghi = useAppState((state) => state.loaded?.weather.ghiWPerM2 ?? null);
  if (ghi === null) return null;
  return (
    <svg className="night-band" viewBox="0 0 24 1" preserveAspectRatio="none" aria-hidden="true">
      {Array.from({ length: 24 }, (_, hour) => (
        <rect
          key={hour}
          x={hour}
          width="1.02"
          height="1"
          className={ghi[day * 24 + hour]! > 0 ? 'day' : 'night'}
        />
      ))}
    </svg>
  );
}
