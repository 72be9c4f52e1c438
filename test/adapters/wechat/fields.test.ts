import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFields } from '../../../adapters/wechat/fields.ts';

describe('the fields of a WeChat message', () => {
  it('stay text, whatever they look like', () => {
    const xml =
      '<xml><MsgId>23456789012345678</MsgId><Idx>0012</Idx><Content><![CDATA[a < b & &lt; ]]></Content></xml>';
    expect(readFields(xml)).toMatchObject({ MsgId: '23456789012345678', Idx: '0012', Content: 'a < b & &lt; ' });
  });

  it('may come as JSON, numbers with all their digits', () => {
    expect(readFields('{"MsgId":23456789012345678,"CreateTime": 1795000000 ,"Content":"\\"n\\":1,"}')).toEqual({
      MsgId: '23456789012345678',
      CreateTime: '1795000000',
      Content: '"n":1,',
    });
  });

  it.each([
    '',
    'text',
    '<xml>',
    '<xml><a>1</a>',
    '<xml/><xml/>',
    '<other/>',
    '<xml><a>1</a><a>2</a></xml>',
    '<!doctype xml><xml><a>1</a></xml>',
    '<xml><__proto__>1</__proto__></xml>',
    '[]',
    '{',
  ])('are not read from %j', (text) => {
    expect(() => readFields(text)).toThrow();
  });

  it('come as a flat record or not at all, from anything', () => {
    const pieces = fc.constantFrom(
      '<xml>',
      '</xml>',
      '<a>',
      '</a>',
      '<![CDATA[',
      ']]>',
      '&lt;',
      '&#1;',
      '<!--',
      '-->',
      '{',
      '"a":',
      '1',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ maxLength: 5 })), { maxLength: 20 }), (parts) => {
        try {
          return Object.values(readFields(parts.join(''))).every((value) => typeof value === 'string');
        } catch {
          return true;
        }
      }),
      { numRuns: 500 },
    );
  });
});

const path = resolve(import.meta.dirname, '../../../../shared/data/vectors.json');

describe.skipIf(!existsSync(path))('the messages of other projects', () => {
  it('are read as they are meant', () => {
    for (const { xml, expect: expected } of JSON.parse(readFileSync(path, 'utf8')).wechat_xml) {
      const flat = Object.entries(expected).filter(([, value]) => typeof value === 'string');
      expect(readFields(xml)).toMatchObject(Object.fromEntries(flat));
    }
  });
});
