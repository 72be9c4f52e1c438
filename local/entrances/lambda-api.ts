import type { IncomingMessage, ServerResponse } from 'node:http';
import type { LocalStack } from '../local-stack.ts';
import { readBody } from '../read-body.ts';

/** What Lambda takes in one invocation. */
const LIMIT = 6 * 1024 * 1024;

export const LAMBDA_PATH = '/_local/lambda/2015-03-31/functions/';

/**
 * As much of Lambda's API as ops needs, so that its commands are the same here and in AWS: a function's configuration,
 * which names the variables of all functions, and its invocation.
 */
export async function answerLambda(
  stack: Pick<LocalStack, 'environment' | 'invoke'>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const [name = '', what] = (request.url ?? '').slice(LAMBDA_PATH.length).split('/');
  response.setHeader('content-type', 'application/json');
  if (`${request.method} ${what}` === 'GET configuration') {
    response.end(JSON.stringify({ FunctionName: name, Environment: { Variables: stack.environment } }));
    return;
  }
  if (`${request.method} ${what}` !== 'POST invocations') {
    response.writeHead(404).end('{}');
    return;
  }
  try {
    const event: unknown = JSON.parse((await readBody(request, LIMIT)).toString('utf8'));
    response.end(JSON.stringify(await stack.invoke(name, event)));
  } catch (error) {
    response.setHeader('x-amz-function-error', 'Unhandled');
    response.end(JSON.stringify({ errorType: (error as Error).name, errorMessage: (error as Error).message }));
  }
}
