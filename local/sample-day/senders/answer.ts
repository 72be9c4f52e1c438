import * as z from 'zod';

const Accepted = z.object({ receipt: z.string() });

/** The receipt in an answer; an error that quotes the problem if the complaint was refused. */
export async function receiptIn(response: Response): Promise<string> {
  const text = await response.text();
  if (response.status !== 202) throw new Error(`a sample complaint was refused with ${response.status}: ${text}`);
  return Accepted.parse(JSON.parse(text)).receipt;
}
