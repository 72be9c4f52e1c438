import * as z from 'zod';
import type { AskAws } from '../aws/signed-request.ts';

const Configuration = z.object({
  Environment: z.object({ Variables: z.record(z.string(), z.string()).default({}) }).default({ Variables: {} }),
});

const Failure = z.object({ errorType: z.string().default('') });

/** What Lambda says instead of doing it: by its own name for the fault, never with what it was sent. */
class LambdaRefused extends Error {
  override readonly name = 'LambdaRefused';
}

/** The functions of one province, by the names of their folders. */
export function lambdaFunctions(ask: AskAws, province: string) {
  const pathOf = (name: string, rest: string) => `/2015-03-31/functions/huiyin-${province}-${name}/${rest}`;
  return {
    /** What the function was deployed with: names of tables and buckets, addresses of queues. */
    async variablesOf(name: string): Promise<Readonly<Record<string, string>>> {
      const answer = await ask({ service: 'lambda', method: 'GET', path: pathOf(name, 'configuration') });
      return Configuration.parse(await contentOf(answer, name)).Environment.Variables;
    },

    /** Waits for the answer. Throws where the function itself fails. */
    async invoke(name: string, event: unknown): Promise<unknown> {
      const request = { method: 'POST', path: pathOf(name, 'invocations'), body: JSON.stringify(event) } as const;
      const answer = await ask({ service: 'lambda', ...request, contentType: 'application/json' });
      const content = await contentOf(answer, name);
      if (!answer.headers.has('x-amz-function-error')) return content;
      throw new LambdaRefused(`${name} failed: ${Failure.safeParse(content).data?.errorType || 'no reason given'}`);
    },
  };
}

export type Functions = ReturnType<typeof lambdaFunctions>;

async function contentOf(answer: Response, name: string): Promise<unknown> {
  const text = await answer.text();
  if (!answer.ok) throw new LambdaRefused(`${name}: Lambda answers ${answer.status}`);
  return text === '' ? undefined : JSON.parse(text);
}
