import type { Day } from '../calendar/day.ts';
import { dateText } from './date-words.ts';
import type { TextMessage } from './notice.ts';

interface Named {
  readonly kind: string;
  /** What the list is: 周报. */
  readonly name: string;
  /** Whose it is: an organ, or 全省. */
  readonly of: string;
  readonly day: Day;
  /** What to do with it. */
  readonly duty: string;
}

/** Stands in a text message where no deadline runs. */
export const NO_DEADLINE = '无';

/**
 * The text message of a list. Operators know one template for staff, so its name stands where else the number of a case
 * does.
 */
export const listMessage = ({ kind, name, of, day, duty }: Named): TextMessage => ({
  use: 'staff',
  values: { kind, receipt: name, place: of, matter: dateText(day), duty, due: NO_DEADLINE, next: '' },
});
