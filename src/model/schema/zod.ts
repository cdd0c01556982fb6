import { z } from 'zod';

/**
 * The one door to zod. `jitless` is set before any schema exists: zod would otherwise probe `eval`, which a strict
 * content security policy reports as a violation.
 */
z.config({ jitless: true });

export { z };
