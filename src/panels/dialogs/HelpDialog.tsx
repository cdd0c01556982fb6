import { Dialog } from '../parts/Dialog';

const KEYS: readonly (readonly [string, string])[] = [
  ['Ctrl Z', 'undo; Ctrl Shift Z or Ctrl Y: redo'],
  ['?', 'this list (outside text fields)'],
  ['Arrows', 'turn the map; with Shift: move'],
  ['+ −', 'closer, farther'],
  ['Home', 'the whole district'],
  ['N, P', 'next, previous element by severity'],
  ['Enter', 'worst hour of the selected element'],
  ['B', 'hold: show the baseline'],
  [', .', 'one hour back, one hour on'],
  ['Space', 'play or pause'],
  ['Esc', 'leave the map'],
];

export function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title="Help and keys" onClose={onClose}>
      <p>
        Gridtwin computes every building&apos;s electricity and the three-phase power flow of every step of a
        year, in this browser. Nothing leaves it. Change a measure on the left and see which transformers and
        lines it fills; choose one on the right, jump to its worst hour, and see which buildings cause it.
      </p>
      <h3>Keys; single letters work while the map has the focus</h3>
      <dl className="keys">
        {KEYS.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <h3>In the table</h3>
      <p>Arrows move between rows, Enter selects, W goes to the row&apos;s worst hour.</p>
      <h3>What the numbers are</h3>
      <p>
        All figures are modelled. Means of an hour or of 15 minutes hide short peaks: hourly voltages and
        loadings are a screening. Positive exchange is import from the grid.
      </p>
    </Dialog>
  );
}
