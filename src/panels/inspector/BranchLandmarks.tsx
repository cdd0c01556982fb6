import { loadingScale } from '../../kpi/landmarks';
import { useWords } from '../../state';
import { LandmarkScale } from '../parts/LandmarkScale';

/** The largest loading of a transformer or a line among its landmarks. */
export function BranchLandmarks({
  kind,
  percent,
}: {
  readonly kind: 'transformer' | 'line';
  readonly percent: number;
}) {
  const words = useWords();
  return (
    <LandmarkScale
      scale={loadingScale(kind)}
      value={percent}
      name={words('inspector.branch.largest')}
      isFolded
    />
  );
}
