import { createHmac } from 'node:crypto';
import { sha256 } from '../digest.ts';

/** A POST of JSON as Tencent Cloud signs it. */
export interface Tc3Request {
  readonly service: string;
  readonly host: string;
  readonly contentType: string;
  readonly payload: string;
  /** Seconds since 1970; Tencent takes five minutes before and after its own. */
  readonly timestamp: number;
}

export interface Tc3Key {
  readonly secretId: string;
  readonly secretKey: string;
}

const SIGNED = 'content-type;host';

/** The Authorization header, TC3-HMAC-SHA256 (Tencent Cloud, 签名方法 v3). The day in it is that of UTC. */
export function tc3Authorization(request: Tc3Request, { secretId, secretKey }: Tc3Key): string {
  const { service, host, contentType, payload, timestamp } = request;
  const day = new Date(timestamp * 1000).toISOString().slice(0, 10);
  const scope = [day, service, 'tc3_request'];
  const headers = `content-type:${contentType}\nhost:${host}\n`;
  const canonical = ['POST', '/', '', headers, SIGNED, sha256(payload)].join('\n');
  const toSign = ['TC3-HMAC-SHA256', timestamp, scope.join('/'), sha256(canonical)].join('\n');
  const key = scope.reduce<string | Buffer>((from, part) => hmac(from, part).digest(), `TC3${secretKey}`);
  const signature = hmac(key, toSign).digest('hex');
  return `TC3-HMAC-SHA256 Credential=${secretId}/${scope.join('/')}, SignedHeaders=${SIGNED}, Signature=${signature}`;
}

const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text);
