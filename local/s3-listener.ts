import { request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { S3Client } from '@aws-sdk/client-s3';
import { readBody } from './http.ts';
import { listening } from './ports.ts';
import { PART_BYTES, putObject } from './s3-objects.ts';

/** The most that S3 itself takes in one request is 5 GB; no function of ours has so much memory. */
const MAX_BYTES = 256 * 1024 * 1024;

export interface S3Listener {
  readonly endpoint: string;
  stop(): Promise<void>;
}

/** The embedded S3 as functions see it: every request goes on to it as it is, but an object too long for one of its requests goes in parts. */
export async function startS3Listener(s3: S3Client, endpoint: string): Promise<S3Listener> {
  const server = createServer((request, response) => {
    const isLong = request.method === 'PUT' && Number(request.headers['content-length']) > PART_BYTES;
    (isLong ? putInParts(s3, request, response) : passOn(endpoint, request, response)).catch(() => {
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
async function putInParts(s3: S3Client, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://s3');
  const [, Bucket = '', ...key] = pathname.split('/').map(decodeURIComponent);
  const body = await readBody(request, MAX_BYTES);
  await putObject(s3, { Bucket, Key: key.join('/'), ContentType: request.headers['content-type'] }, body);
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
