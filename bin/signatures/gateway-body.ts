/** What Amazon API Gateway takes for text (HTTP API, payload 2.0). Everything else it hands on byte for byte. */
const TEXT = /^(text\/|application\/([\w.-]+\+)?(json|javascript|xml)\b)/i;

/** Whether bytes of that type come to us as they were sent: text in another charset than UTF-8 does not. */
export function isSpoilt(contentType: string | undefined, body: Uint8Array): boolean {
  return contentType !== undefined && TEXT.test(contentType) && Buffer.compare(asText(body), body) !== 0;
}

/** The body that the signature is held against: what the gateway makes of it. */
export function asHandedOn(contentType: string | undefined, body: Uint8Array): Uint8Array {
  return isSpoilt(contentType, body) ? asText(body) : body;
}

/** Whether it is text in UTF-8, or nothing that a charset could spoil. */
export const isUtf8 = (body: Uint8Array): boolean => Buffer.compare(asText(body), body) === 0;

const asText = (body: Uint8Array): Buffer => Buffer.from(Buffer.from(body).toString('utf8'));
