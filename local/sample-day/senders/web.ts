import type { LocalStack } from '../../local-stack.ts';
import type { WebSample } from '../sample.ts';
import { receiptIn } from './answer.ts';

/** Posts the form. Answers the receipt. */
export async function sendWeb(
  { form, idempotencyKey }: Pick<WebSample, 'form' | 'idempotencyKey'>,
  { url }: Pick<LocalStack, 'url'>,
): Promise<string> {
  const key = idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey };
  const response = await fetch(`${url}/v1/complaints`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...key },
    body: JSON.stringify(form),
  });
  return receiptIn(response);
}
