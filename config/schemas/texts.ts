import * as z from 'zod';

export const name = z.string().trim().min(1);
export const email = z.email();
export const httpsUrl = z.url({ protocol: /^https$/ });

/** At a name of the public internet: what a name leads to is looked at again with every call. */
export const publicUrl = httpsUrl.refine((url) => /^[^:[\]]*\.[a-z-]{2,}$/.test(new URL(url).hostname), {
  error: 'must name a host of the public internet, not an address or a name of a local network',
});
