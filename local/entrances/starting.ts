import type { IncomingMessage, ServerResponse } from 'node:http';

const AGAIN_IN_S = 3;

const PAGE = `<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="${AGAIN_IN_S}"><title>正在启动</title></head>
<body><h1>正在启动</h1><p>本机的服务还在启动，大约要一两分钟。这一页每${AGAIN_IN_S}秒自己再试一次，不用刷新。</p>
<p lang="en">Still starting. This page tries again by itself.</p></body></html>`;

/** Before the stack stands: a page that tries again by itself to a browser, a refusal to a program. */
export async function answerStarting({ method, headers }: IncomingMessage, response: ServerResponse): Promise<void> {
  const isBrowser = method === 'GET' && headers.accept?.includes('text/html') === true;
  const type = isBrowser ? 'text/html; charset=utf-8' : 'application/json';
  response.writeHead(503, { 'content-type': type, 'retry-after': String(AGAIN_IN_S), 'cache-control': 'no-store' });
  response.end(isBrowser ? PAGE : '{"message":"Service Unavailable"}');
}
