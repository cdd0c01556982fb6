import fc from 'fast-check';

/** The same cases in every run, so that a change is judged by itself; GRIDTWIN_SEED=NUMBER looks at others. */
const seed = Number(process.env['GRIDTWIN_SEED'] ?? 1);
if (!Number.isSafeInteger(seed))
  throw new Error(`GRIDTWIN_SEED=${process.env['GRIDTWIN_SEED']} is no whole number.`);
fc.configureGlobal({ seed });
