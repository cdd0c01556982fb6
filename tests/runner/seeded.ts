import fc from 'fast-check';

/** The same cases in every run, so that a change is judged by itself; GRIDTWIN_SEED=NUMBER looks at others. */
fc.configureGlobal({ seed: Number(process.env['GRIDTWIN_SEED'] ?? 1) });
