import * as z from 'zod';

/** A message of the queue "media". */
export const MediaRequest = z.object({ receipt: z.string() });
