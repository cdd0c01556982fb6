import { challenges } from './challenges';
import { charts } from './charts';
import { connect } from './connect';
import { explained } from './explained';
import { hosting } from './hosting';
import { payments } from './payments';
import { prepare } from './prepare';
import { studies } from './studies';
import { worth } from './worth';

/** What only dialogs and modes say that are fetched when they are opened first. */
export const late = {
  challenges,
  charts,
  connect,
  explained,
  hosting,
  payments,
  prepare,
  studies,
  worth,
} as const;
