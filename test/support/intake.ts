import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { memoryRateLimits } from '../../adapters/memory/rate-limits.ts';
import { memoryTally } from '../../adapters/memory/tally.ts';
import { memoryVault } from '../../adapters/memory/vault.ts';
import { addDays, dayOf, instantAt } from '../../domain/calendar/day.ts';
import { newQueryCode, sha256 } from '../../functions/shared/digest.ts';

/** Friday, 20 November 2026, 21:03 in Beijing. */
export const NOW = Date.parse('2026-11-20T13:03:00.000Z');

/** What every way in needs, with the vault in memory. */
export const intake = () => ({
  vault: memoryVault(),
  limits: memoryRateLimits(),
  tally: memoryTally(),
  provinceLetters: 'QH',
  answerBy: (receivedAt: string) => instantAt(addDays(dayOf(receivedAt), 15), '24:00'),
  newQueryCode,
  sha256,
});

let requests = 0;

export interface Request {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array | undefined;
  readonly query?: Readonly<Record<string, string>>;
  readonly path?: Readonly<Record<string, string>>;
  readonly at?: number;
  readonly sourceIp?: string;
  readonly rawPath?: string;
}

/** An event as API Gateway (payload 2.0) makes it: bytes come as base64, text as text. */
export function requestEvent({
  method = 'POST',
  headers = {},
  body,
  query,
  path,
  at = NOW,
  sourceIp = '203.0.113.7',
  rawPath,
}: Request) {
  requests += 1;
  return {
    version: '2.0',
    rawPath,
    headers,
    queryStringParameters: query,
    pathParameters: path,
    requestContext: {
      requestId: `request-${requests}`,
      timeEpoch: at,
      domainName: 'huiyin.example',
      http: { method, sourceIp },
    },
    body: body === undefined || typeof body === 'string' ? body : Buffer.from(body).toString('base64'),
    isBase64Encoded: body !== undefined && typeof body !== 'string',
  } as unknown as APIGatewayProxyEventV2;
}

type Handler = (event: APIGatewayProxyEventV2, context: Context) => Promise<APIGatewayProxyStructuredResultV2>;

/** Sends a request to a function and gives what the caller sees. */
export async function send(handler: Handler, request: Request) {
  const answer = await handler(requestEvent(request), {} as Context);
  const text = answer.body ?? '';
  const type = String(answer.headers?.['content-type'] ?? '');
  const json = type.includes('json') ? JSON.parse(text) : undefined;
  return { status: answer.statusCode, headers: answer.headers ?? {}, type, text, json };
}
