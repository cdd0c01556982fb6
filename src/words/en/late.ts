import { charts } from './charts';
import { connect } from './connect';
import { hosting } from './hosting';
import { payments } from './payments';
import { studies } from './studies';
import { worth } from './worth';

/** What only dialogs say that are fetched when they are opened first. */
export const late = { charts, connect, hosting, payments, studies, worth } as const;
