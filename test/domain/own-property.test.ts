import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ownProperty } from '../../domain/own-property.ts';
import { mapOrder } from '../../domain/partners/map-order.ts';
import { wordsOfHtml } from '../../domain/text/html/words.ts';
import { deedOf } from '../../functions/accept-partner-complaint/partner-order.ts';
import type { ChatMessage } from '../../functions/shared/chat/message.ts';
import { meaningOf } from '../../functions/shared/chat/message-meaning.ts';

const INHERITED = ['constructor', 'toString', 'valueOf', 'hasOwnProperty', 'isPrototypeOf', '__proto__'];

describe.each(INHERITED)('the name %s', (name) => {
  it('is in no table that does not hold it', () => {
    expect(ownProperty({ a: 1 }, name)).toBeUndefined();
    expect(ownProperty(JSON.parse(`{"${name}": 2}`), name)).toBe(2);
  });

  it('is no event of a partner, and no code of its list', () => {
    expect(deedOf(name)).toBeUndefined();
    const format = JSON.parse(
      readFileSync(join(import.meta.dirname, '../../config/partners/order-12345.json'), 'utf8'),
    );
    const order = { orderNo: '1', content: '臭', operateType: name, areaCode: name, categoryCode: name };
    expect(mapOrder(order, format)).toMatchObject({ deed: undefined });
    expect(mapOrder(order, format).fields.division).toBeUndefined();
  });

  it('is no kind of medium, no button and no entity', () => {
    const base = { ToUserName: 'gh', FromUserName: 'u', CreateTime: 1 };
    const bytes = Buffer.from('<xml/>');
    const medium = meaningOf({ ...base, MsgId: '1', MsgType: name, MediaId: 'm' } as unknown as ChatMessage, bytes, {});
    expect(JSON.stringify(medium ?? {})).not.toContain('"m"');
    const pressed = { ...base, MsgType: 'event', Event: 'CLICK', EventKey: name };
    expect(meaningOf(pressed as unknown as ChatMessage, bytes, {})).toBeUndefined();
    expect(wordsOfHtml(`<p>a&${name};b</p>`, () => false).text).toBe(`a&${name};b`);
  });
});
