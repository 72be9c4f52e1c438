import { request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { HeadObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { listening } from '../ports.ts';
import { readBody } from '../read-body.ts';
import { PART_BYTES, putObject } from './s3-objects.ts';

/** The most that S3 itself takes in one request is 5 GB; no function of ours has so much memory. */
const MAX_BYTES = 256 * 1024 * 1024;

export interface S3Listener {
  readonly endpoint: string;
  stop(): Promise<void>;
}

/**
 * The embedded S3 as functions see it: every request goes on to it as it is, but an object too long for one of its
 * requests goes in parts.
 */
export async function startS3Listener(s3: S3Client, endpoint: string): Promise<S3Listener> {
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const isPut = request.method === 'PUT';
    // The embedded S3 knows no condition of a put.
    if (isPut && request.headers['if-none-match'] === '*' && (await isThere(s3, request))) {
      await readBody(request, MAX_BYTES);
      return void response.writeHead(412).end();
    }
    const isLong = isPut && Number(request.headers['content-length']) > PART_BYTES;
    await (isLong ? putInParts(s3, request, response) : passOn(endpoint, request, response));
  };
  const server = createServer((request, response) => {
    answer(request, response).catch(() => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  server.keepAliveTimeout = 60_000;
  const port = await listening(server, 0, 'S3');
  return {
    endpoint: `http://127.0.0.1:${port}`,
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** Addresses are of the form /bucket/key: on an IP address there are no buckets in host names. */
function objectNamedBy({ url }: IncomingMessage): { Bucket: string; Key: string } {
  const { pathname } = new URL(url ?? '/', 'http://s3');
  const [, Bucket = '', ...key] = pathname.split('/').map(decodeURIComponent);
  return { Bucket, Key: key.join('/') };
}

async function isThere(s3: S3Client, request: IncomingMessage): Promise<boolean> {
  const found = await s3.send(new HeadObjectCommand(objectNamedBy(request))).catch(() => undefined);
  return found !== undefined;
}

async function putInParts(s3: S3Client, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await readBody(request, MAX_BYTES);
  await putObject(s3, { ...objectNamedBy(request), ContentType: request.headers['content-type'] }, body);
  response.writeHead(200).end();
}

function passOn(endpoint: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method, headers, url = '/' } = request;
  return new Promise((resolve, reject) => {
    const onward = ask(new URL(url, endpoint), { ...(method && { method }), headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response).on('finish', resolve).on('error', reject);
    });
    onward.on('error', reject);
    request.pipe(onward);
  });
}
