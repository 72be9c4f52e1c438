/** What is sent after what was sent is followed back so far; a longer thread goes in a circle or is somebody's joke. */
export const LONGEST_THREAD = 50;
