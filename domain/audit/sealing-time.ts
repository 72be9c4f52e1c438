import { addDays, addHours, type Day, dayOf, type Instant, instantAt } from '../calendar/day.ts';

/** From this time on a day that is over is sealed, in Beijing: what its last minutes caused has come by then. */
const SEALED_FROM = '01:00';

/** When a day can be sealed. */
export const sealableFrom = (day: Day): Instant => instantAt(addDays(day, 1), SEALED_FROM);

/** The last day that can be sealed by now. */
export const lastSealable = (now: Instant): Day => addDays(dayOf(addHours(now, -1)), -1);
