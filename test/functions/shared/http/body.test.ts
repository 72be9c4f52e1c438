import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { wordsKept } from '../../../../functions/shared/complaint-text.ts';
import { readJson, requireMediaType } from '../../../../functions/shared/http/body.ts';

const requestWith = (headers: Record<string, string>) => ({ headers }) as unknown as APIGatewayProxyEventV2;

describe('what a form leaves blank', () => {
  it('counts as not sent, but for the words themselves', () => {
    const form = { text: '', address: ' ', contact: { name: '王', phone: '', email: null }, target: null };
    expect(readJson(Buffer.from(JSON.stringify(form)))).toEqual({ text: '', contact: { name: '王' } });
  });

  it.each(['null', 'NULL', 'undefined', 'None', 'nil', 'NaN', '(null)', '\\N'])(
    'counts as not sent where a program wrote %s',
    (nothing) => {
      const form = { text: nothing, target: nothing, address: `${nothing}路` };
      expect(readJson(Buffer.from(JSON.stringify(form)))).toEqual({ text: '', address: `${nothing}路` });
    },
  );
});

describe('a body', () => {
  it.each(['application/json', 'application/json; charset=utf-8', 'Application/JSON;charset="UTF8"'])(
    'of %s is read',
    (type) => {
      expect(() => requireMediaType(requestWith({ 'content-type': type }), 'application/json')).not.toThrow();
    },
  );

  it.each([
    { 'content-type': 'application/json; charset=gbk' },
    { 'content-type': 'application/json', 'content-encoding': 'gzip' },
    { 'content-type': 'text/plain' },
  ])('with %j is refused, for the gateway would hand it on otherwise than it was sent', (headers) => {
    expect(() => requireMediaType(requestWith(headers), 'application/json')).toThrow('unsupported-media-type');
  });
});

describe('the words of a complaint', () => {
  it('lose what nobody can see, and count as none when nothing else is there', () => {
    expect(wordsKept('禾\u200b阳市\ufeff临禾区')).toEqual({ text: '禾阳市临禾区', flags: [] });
    expect(wordsKept('\u200b\u200b')).toEqual({ text: '', flags: ['no-text'] });
  });

  it.each([
    ['<p>&nbsp;&nbsp;餐馆<b>油烟</b>直排。</p><p>人民路<br/>120号</p>', '餐馆油烟直排。\n\n人民路\n120号'],
    ['油烟\n<span style="color:red">影响楼上</span>', '油烟\n影响楼上'],
    ['&#22478;&#19996;化工厂', '城东化工厂'],
    ['<script>alert(1)</script><div>油烟</div>', '油烟'],
    ['<p> </p>', ''],
    ['<p\nclass="a">油烟</p>', '油烟'],
    ['监测数据 <https://x.cn/1?a=b> 见<br>附件', '监测数据 <https://x.cn/1?a=b> 见\n附件'],
    ['COD   超标<br>氨氮\t达标', 'COD   超标\n氨氮\t达标'],
  ])('are read as their reader sees them where a program handed on HTML: %s', (typed, text) => {
    expect(wordsKept(typed).text).toBe(text);
  });

  it.each(['噪声<55分贝，但夜里>60分贝', 'A&B公司排污', '回复<li@example.com>', '写着<油烟>', 'a<p,b>c'])(
    'stay as they are where no program wrote them: %s',
    (typed) => {
      expect(wordsKept(typed).text).toBe(typed);
    },
  );

  it('are read as far as a complaint may reach, and a person looks at more', () => {
    const markup = '<p></p>'.repeat(20_000);
    expect(wordsKept(`油烟${markup}噪声`)).toEqual({ text: '油烟', flags: ['truncated'] });
    expect(wordsKept(`${'a'.repeat(99_999)}😷`).flags).toEqual(['truncated']);
  });

  it('are counted as people count them', () => {
    expect(wordsKept('😷'.repeat(15_000))).toEqual({ text: '😷'.repeat(15_000), flags: [] });
    expect(wordsKept('😷'.repeat(20_001))).toEqual({ text: '😷'.repeat(20_000), flags: ['truncated'] });
  });
});
