import * as z from 'zod';

export const name = z.string().trim().min(1);
export const email = z.email();
export const httpsUrl = z.url({ protocol: /^https$/ });
