import { createHmac } from 'node:crypto';
import type { Post } from '../http/outgoing-request.ts';
import type { Robot } from './robot-secret.ts';

/** A text as that robot is given it; `now` dates the signature, which is good for an hour. */
export function postTo(robot: Robot, text: string, now: Date): Post {
  switch (robot.kind) {
    case 'wecom':
      return json(robot.webhook, { msgtype: 'text', text: { content: text } });
    case 'dingtalk':
      return json(dingtalkAddress(robot, now), { msgtype: 'text', text: { content: text } });
    case 'feishu':
      return json(robot.webhook, { ...feishuSeal(robot, now), msg_type: 'text', content: { text } });
  }
}

/** DingTalk: milliseconds and secret, signed by the secret; both stand in the address. */
function dingtalkAddress({ webhook, secret }: Robot & { kind: 'dingtalk' }, now: Date): string {
  const timestamp = String(now.getTime());
  const sign = createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64');
  const url = new URL(webhook);
  url.searchParams.set('timestamp', timestamp);
  url.searchParams.set('sign', sign);
  return url.href;
}

/** Feishu: seconds and secret are the key, and nothing is what it signs; both stand in the body. */
function feishuSeal({ secret }: Robot & { kind: 'feishu' }, now: Date) {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  return { timestamp, sign: createHmac('sha256', `${timestamp}\n${secret}`).digest('base64') };
}

const json = (url: string, body: object): Post => ({
  url,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify(body),
});
