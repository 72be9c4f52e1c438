import { setTimeout as delay } from 'node:timers/promises';

const STEP_MS = 20;
const MOST_MS = 300;

/**
 * Waits before another attempt at what somebody else was faster with: longer each time, and by chance, so that many at
 * once do not meet again.
 */
export const backOff = (attempt: number): Promise<void> => delay(Math.random() * Math.min(MOST_MS, STEP_MS * attempt));
