import type { ServerResponse } from 'node:http';
import * as z from 'zod';
import type { SimulatedClock } from '../clock.ts';
import type { Outbox } from './outbox.ts';
import { type Heard, type WechatMemory, wechatMemory } from './wechat-account.ts';
import { isVideo, mediumOfKind, VIDEO } from './wechat-media.ts';

/** The two services, each under its own first part of a path. */
export type WechatService = 'wechat' | 'wecom';

/** An `errcode` for the next calls of one path, whatever they ask. */
const Refusal = z.strictObject({
  path: z.string().startsWith('/cgi-bin/'),
  errcode: z.int(),
  times: z.int().min(1).default(1),
});

export interface WechatApi {
  /** Answers a request under /wechat or /wecom. */
  answer(url: URL, body: Buffer, response: ServerResponse): void;
  /** WeChat has brought us that message: its media may be fetched, its sender answered. */
  hear(service: WechatService, message: Heard): void;
  /** Throws for what is no refusal. */
  refuse(refusal: unknown): void;
  /** Paths that were called, in order, with what was answered: an errcode, 0 for what was asked for. */
  calls(): readonly { readonly path: string; readonly errcode: number }[];
}

export interface WechatAccounts {
  readonly wechat: { readonly appId: string; readonly appSecret: string };
  readonly wecom?: { readonly corpId: string; readonly corpSecret: string } | undefined;
}

interface Call {
  readonly query: URLSearchParams;
  readonly body: Record<string, unknown>;
  readonly memory: WechatMemory;
  readonly base: string;
}

/** A number is an errcode, an object the fields of the answer, bytes a medium. */
type Reply = number | object | { readonly type: string; readonly ending: string; readonly bytes: Buffer };

const TEXT_BYTES = 2_048;

/**
 * WeChat's and WeCom's API, as far as we call it, with the limits that we know of. What is sent stops in the outbox.
 */
export function wechatApi(accounts: WechatAccounts, outbox: Outbox, clock: SimulatedClock): WechatApi {
  const memories = { wechat: wechatMemory(clock), wecom: wechatMemory(clock) };
  const refusals: z.infer<typeof Refusal>[] = [];
  const calls: { path: string; errcode: number }[] = [];

  const tokenFor = ({ memory }: Call, isRight: boolean): Reply =>
    isRight ? { errcode: 0, errmsg: 'ok', access_token: memory.token(), expires_in: 7200 } : 40125;

  const ROUTES: Readonly<Record<string, (call: Call) => Reply>> = {
    '/wechat/cgi-bin/stable_token': (call) =>
      tokenFor(call, call.body.appid === accounts.wechat.appId && call.body.secret === accounts.wechat.appSecret),
    '/wecom/cgi-bin/gettoken': (call) =>
      tokenFor(
        call,
        call.query.get('corpid') === accounts.wecom?.corpId &&
          call.query.get('corpsecret') === accounts.wecom?.corpSecret,
      ),
    '/wechat/cgi-bin/media/get': withToken(medium),
    '/wecom/cgi-bin/media/get': withToken(medium),
    '/wechat/cgi-bin/message/custom/send': withToken(({ body, memory }) => {
      const { touser, text } = Text.parse(body);
      const errcode = Buffer.byteLength(text.content) > TEXT_BYTES ? 45002 : memory.answer(touser);
      if (errcode === 0) outbox.addChat({ transport: 'wechat', to: touser, text: text.content });
      return errcode;
    }),
    '/wechat/cgi-bin/message/subscribe/bizsend': withToken(({ body, memory }) => {
      const { touser, template_id, data } = Template.parse(body);
      if (!memory.knows(touser)) return 43101;
      const lines = Object.entries(data).map(([field, { value }]) => `${field}：${value}`);
      outbox.addChat({ transport: 'wechat', to: touser, subject: `订阅通知 ${template_id}`, text: lines.join('\n') });
      return { errcode: 0, errmsg: 'ok', msgid: calls.length };
    }),
    '/wecom/cgi-bin/message/send': withToken(({ body, memory }) => {
      const { touser, text } = Text.parse(body);
      if (!memory.knows(touser)) return { errcode: 0, errmsg: 'ok', invaliduser: touser };
      outbox.addChat({ transport: 'wecom', to: touser, text: text.content });
      return { errcode: 0, errmsg: 'ok', msgid: `local-${calls.length}` };
    }),
  };

  const replyTo = (path: string, call: Call): Reply => {
    const refusal = refusals.find((one) => path.endsWith(one.path) && one.times > 0);
    if (refusal) {
      refusal.times -= 1;
      return refusal.errcode;
    }
    return ROUTES[path]?.(call) ?? 40066;
  };

  return {
    hear: (service, message) => memories[service].hear(message),
    refuse: (refusal) => void refusals.push(Refusal.parse(refusal)),
    calls: () => calls,
    answer(url, body, response) {
      // A video's own address needs no token.
      if (url.pathname.endsWith('/video')) return void write(response, VIDEO);
      const service = url.pathname.startsWith('/wecom') ? 'wecom' : 'wechat';
      const call = {
        query: url.searchParams,
        body: body.length > 0 ? JSON.parse(body.toString()) : {},
        memory: memories[service],
        base: `${url.origin}/${service}`,
      };
      const reply = replyTo(url.pathname, call);
      calls.push({ path: url.pathname, errcode: typeof reply === 'number' ? reply : 0 });
      write(response, reply);
    },
  };
}

const Text = z.object({ touser: z.string(), msgtype: z.literal('text'), text: z.object({ content: z.string() }) });
const Template = z.object({
  touser: z.string(),
  template_id: z.string(),
  data: z.record(z.string(), z.object({ value: z.string() })),
});

const withToken =
  (work: (call: Call) => Reply) =>
  (call: Call): Reply =>
    call.memory.holdsToken(call.query.get('access_token') ?? '') ? work(call) : 42001;

function medium({ query, memory, base }: Call): Reply {
  const kind = memory.mediumOf(query.get('media_id') ?? '');
  if (kind === undefined) return 40007;
  return isVideo(kind) ? { video_url: `${base}/video` } : mediumOfKind(kind);
}

function write(response: ServerResponse, reply: Reply): void {
  if (typeof reply === 'object' && 'bytes' in reply) {
    response.setHeader('content-type', reply.type);
    response.setHeader('content-disposition', `attachment; filename="local.${reply.ending}"`);
    response.end(reply.bytes);
    return;
  }
  response.setHeader('content-type', 'application/json; encoding=utf-8');
  response.end(JSON.stringify(typeof reply === 'number' ? { errcode: reply, errmsg: 'local' } : reply));
}
