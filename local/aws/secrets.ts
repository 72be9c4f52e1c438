import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod';

const Request = z.object({
  SecretId: z.string().optional(),
  Name: z.string().optional(),
  SecretString: z.string().optional(),
});

/** As much of Secrets Manager as functions and `npm run ops` need: a secret is read, made, and given another value. */
export function answerSecrets(
  { headers }: IncomingMessage,
  body: Buffer,
  response: ServerResponse,
  secrets: Map<string, unknown>,
): void {
  const { SecretId, Name, SecretString } = Request.parse(JSON.parse(body.toString('utf8')));
  const name = SecretId ?? Name ?? '';
  const isNew = headers['x-amz-target'] === 'secretsmanager.CreateSecret';
  const refuse = (__type: string) => response.writeHead(400).end(JSON.stringify({ __type, Message: name }));
  response.setHeader('content-type', 'application/x-amz-json-1.1');
  if (isNew && secrets.has(name)) return void refuse('ResourceExistsException');
  if (!isNew && !secrets.has(name)) return void refuse('ResourceNotFoundException');
  if (SecretString !== undefined) secrets.set(name, JSON.parse(SecretString));
  const value = JSON.stringify(secrets.get(name));
  response.end(JSON.stringify({ Name: name, SecretString: value, VersionId: 'local' }));
}
