/** What is not asked for with the list. Loaded at once with the first of it: each file more costs a start more than its code. */
export { showCasePage } from './case-desk.ts';
export { doneNote } from './done.ts';
export { showReception, takeReception } from './reception.ts';
export { showSplit } from './split-page.ts';
