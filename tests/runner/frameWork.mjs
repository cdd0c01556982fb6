/** What the page marks by `performance.mark` when the last of its moves has had its frame. */
export const AT_REST = 'at-rest';

/**
 * Milliseconds that the page's thread works (script, style, layout, paint, layers), from a trace of Chromium: from one frame to the
 * next while the page moves, without the first and the last frame, which are not whole; and all that comes after the mark.
 */
export function workOf(events) {
  const callbacks = events.filter(({ name }) => name === 'FireAnimationFrame');
  if (callbacks.length === 0)
    throw new Error('No frame was traced: the page asked for none, or they were not recorded.');
  const onPage = ({ pid, tid }) => pid === callbacks[0].pid && tid === callbacks[0].tid;
  const rest = events.find((one) => one.name === AT_REST && onPage(one));
  if (rest === undefined) throw new Error('The trace does not say when the page came to rest.');
  const called = callbacks.filter(onPage).map(({ ts }) => ts);
  const tasks = events.filter((one) => one.name === 'RunTask' && one.ph === 'X' && onPage(one));
  tasks.sort((a, b) => a.ts - b.ts);
  const frameMs = [];
  let afterMs = 0;
  for (const { ts, dur } of tasks) {
    const ms = dur / 1000;
    if (ts >= rest.ts) {
      afterMs += ms;
      continue;
    }
    // All callbacks of a frame run in one task, and each of them is an event.
    if (called.some((at) => at >= ts && at < ts + dur)) frameMs.push(0);
    if (frameMs.length > 0) frameMs[frameMs.length - 1] += ms;
  }
  if (frameMs.length < 3)
    throw new Error(`Only ${frameMs.length} frames were traced: none of them is whole.`);
  return { frameMs: frameMs.slice(1, -1), afterMs };
}
