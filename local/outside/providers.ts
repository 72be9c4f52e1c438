import { createServer, type IncomingMessage, ServerResponse } from 'node:http';
import { answerSecrets } from '../aws/secrets.ts';
import { listening } from '../ports.ts';
import { readBody } from '../read-body.ts';
import { answerCallback } from './callbacks.ts';
import type { Outbox } from './outbox.ts';
import { answerRobot } from './robots.ts';
import type { LocalSes } from './ses.ts';
import { answerSms, type SmsTemplates } from './sms.ts';
import { answerTencentSms, answerTencentStatus } from './tencent-sms.ts';
import type { Trouble } from './transport-faults.ts';
import type { WechatApi } from './wechat-api.ts';

/** Stand-ins for what the functions call outside the stack. */
export interface Providers {
  readonly ses: string;
  readonly secrets: string;
  readonly sms: string;
  /** Where addresses of robots begin. */
  readonly base: string;
  readonly wechat: string;
  readonly wecom: string;
  stop(): Promise<void>;
}

const LIMIT = 60 * 1024 * 1024;

/**
 * SES, Secrets Manager, WeChat, WeCom and the text message provider, on one free port. `secrets` are by their
 * names.
 */
export async function startProviders(
  ses: LocalSes,
  outbox: Outbox,
  templates: SmsTemplates,
  wechat: WechatApi,
  secrets: Map<string, unknown>,
  faultOf: (transport: 'email' | 'sms') => ReturnType<Trouble> = () => undefined,
): Promise<Providers> {
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await readBody(request, LIMIT);
    const transport = handedOverBy(request);
    const fault = transport && (await faultOf(transport));
    if (fault === 'refused') return void response.writeHead(503).end();
    if (fault === undefined) return await answerWell(request, body, response);
    await answerWell(request, body, new ServerResponse(request));
    response.destroy();
  };
  const answerWell = async (request: IncomingMessage, body: Buffer, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', 'http://local');
    if (url.pathname.startsWith('/ses')) return ses.answer(body, response);
    if (url.pathname.startsWith('/secrets')) return answerSecrets(request, body, response, secrets);
    if (/^\/we(chat|com)\//.test(url.pathname)) return wechat.answer(new URL(request.url!, base), body, response);
    if (url.pathname.startsWith('/callbacks/')) return answerCallback(url, body, response, outbox);
    if (url.pathname.startsWith('/robots/')) return answerRobot(request, body, response, outbox);
    if (request.headers['x-tc-action'] === 'SendSms') return answerTencentSms(body, response, outbox, templates);
    if (request.headers['x-tc-action'] === 'PullSmsSendStatusByPhoneNumber')
      return answerTencentStatus(body, response, outbox);
    // The text message client keeps nothing of its endpoint but the host.
    return answerSms(url, body, response, outbox, templates);
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error) => response.writeHead(500).end(String(error)));
  });
  server.keepAliveTimeout = 60_000;
  const port = await listening(server, 0, 'stand-ins for SES, Secrets Manager and SMS');
  const base = `http://127.0.0.1:${port}`;
  return {
    ses: `${base}/ses`,
    secrets: `${base}/secrets`,
    sms: `${base}/`,
    base,
    wechat: `${base}/wechat`,
    wecom: `${base}/wecom`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The transport of a message that is handed over; undefined for any other call. */
function handedOverBy({ url = '/', headers }: IncomingMessage): 'email' | 'sms' | undefined {
  if (url.startsWith('/ses')) return 'email';
  return [headers['x-tc-action'], headers['x-acs-action']].includes('SendSms') ? 'sms' : undefined;
}
