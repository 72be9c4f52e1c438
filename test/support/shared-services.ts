import { createServer, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import type { TestProject } from 'vitest/node';
import { type DynamoDbLocal, startDynamoDb } from '../../local/aws/dynamodb.ts';
import { listening } from '../../local/ports.ts';
import { type Assembly, synthesise } from '../../local/template/synthesise.ts';
import { rightsReport } from './rights-report.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the tests of one run ask for what they share. */
    readonly sharedServices: string;
  }
}

/** One for each project of the run that asked for the services. */
const closers: (() => Promise<void>)[] = [];

export const teardown = () => Promise.all(closers.map((close) => close()));

/**
 * What is made once for a whole run, by the first test file that asks for it: the assembly of a province, at
 * `/assemblies/<id>`, and an Amazon DynamoDB Local in which each access key has tables of its own, at `/dynamodb`. What
 * roles allow and no test needed is in cdk.out/rights-never-used.txt after the run.
 */
export async function setup(project: TestProject): Promise<void> {
  const assemblies = new Map<string, Promise<Assembly>>();
  let dynamoDb: Promise<DynamoDbLocal> | undefined;
  let before: Promise<unknown> = Promise.resolve();
  /** One after another: the first builds the functions for all. */
  const assemblyOf = async (province: string) => {
    const made = assemblies.get(province) ?? before.then(() => synthesise(province));
    assemblies.set(province, made);
    before = made.catch(() => {});
    return (await made).directory;
  };
  const rights = rightsReport();
  const answer = async (request: IncomingMessage) => {
    const { url = '' } = request;
    const [, told] = /^\/rights\/([a-z]+)$/.exec(url) ?? [];
    if (told !== undefined) {
      rights.add(told, await text(request));
      return '';
    }
    const [, province] = /^\/assemblies\/([a-z]+)$/.exec(url) ?? [];
    if (province !== undefined) return await assemblyOf(province);
    dynamoDb ??= startDynamoDb();
    return (await dynamoDb).endpoint;
  };
  const server = createServer((request, response) => {
    answer(request).then(
      (answered) => response.end(answered),
      (error: Error) => response.writeHead(500).end(error.message),
    );
  });
  project.provide('sharedServices', `http://127.0.0.1:${await listening(server, 0, 'tests')}`);
  closers.push(async () => {
    server.closeAllConnections();
    server.close();
    const made = await Promise.allSettled(assemblies.values());
    await Promise.all(made.map((one) => (one.status === 'fulfilled' ? one.value.remove() : undefined)));
    await (await dynamoDb)?.stop();
    await rights.write();
  });
}
