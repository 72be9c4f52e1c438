import * as z from 'zod';
import { FunctionFailed } from '../../usecases/operations/function-failed.ts';
import type { AskAws } from '../aws/signed-request.ts';

const Configuration = z.object({
  Environment: z.object({ Variables: z.record(z.string(), z.string()).default({}) }).default({ Variables: {} }),
});

const Sources = z.object({ EventSourceMappings: z.array(z.object({ UUID: z.string(), State: z.string() })) });

const Failure = z.object({ errorType: z.string().default('') });

/** What Lambda says instead of doing it. */
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
      throw new FunctionFailed(`${name} failed: ${Failure.safeParse(content).data?.errorType || 'no reason given'}`);
    },
  };
}

/** What wakes functions: queues and streams, which may be stopped and started. */
export function lambdaSources(ask: AskAws, province: string) {
  const path = '/2015-03-31/event-source-mappings/';
  return {
    /** Those of one function, with what each is doing: Enabled, Disabled, or on the way there. */
    async of(name: string): Promise<readonly { readonly id: string; readonly state: string }[]> {
      const parameters = { FunctionName: `huiyin-${province}-${name}` };
      const answer = await ask({ service: 'lambda', method: 'GET', path, parameters });
      const { EventSourceMappings } = Sources.parse(await contentOf(answer, name));
      return EventSourceMappings.map(({ UUID, State }) => ({ id: UUID, state: State }));
    },
    async set(id: string, isEnabled: boolean): Promise<void> {
      const body = JSON.stringify({ Enabled: isEnabled });
      const request = { method: 'PUT', path: path + id, contentType: 'application/json', body } as const;
      await contentOf(await ask({ service: 'lambda', ...request }), id);
    },
  };
}

export type Functions = ReturnType<typeof lambdaFunctions>;

async function contentOf(answer: Response, name: string): Promise<unknown> {
  const text = await answer.text();
  if (!answer.ok) throw new LambdaRefused(`${name}: Lambda answers ${answer.status}`);
  return text === '' ? undefined : JSON.parse(text);
}
