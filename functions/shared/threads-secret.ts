import * as z from 'zod';

/** The province's own key, under which the addresses of complaints are signed: {"key": 64 hexadecimal digits}. */
export const ThreadsSecret = z.object({ key: z.string().regex(/^[0-9a-f]{64}$/i) }).transform(({ key }) => key);
