import { Readable } from 'node:stream';

/** What AWS answers to a call that is not allowed, in the words of each service. */
export function refusedAnswer(service: string, method: string, message: string) {
  const [status, text] = wordsOf(service, message);
  const body = Readable.from(method === 'HEAD' ? [] : [Buffer.from(text)]);
  return { statusCode: status, headers: {}, body };
}

function wordsOf(service: string, message: string): readonly [status: number, text: string] {
  const told = `<Code>AccessDenied</Code><Message>${message.replace(/[<&]/g, '')}</Message>`;
  if (service === 's3') return [403, `<Error>${told}</Error>`];
  if (service === 'ses') return [403, `<ErrorResponse><Error><Type>Sender</Type>${told}</Error></ErrorResponse>`];
  return [400, JSON.stringify({ __type: 'AccessDeniedException', message })];
}
