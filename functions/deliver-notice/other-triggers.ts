// What a message of the queue does not need, in one file: each costs a start some two milliseconds.
export { reopen } from './reopen.ts';
export { runByClock } from './run-by-clock.ts';
