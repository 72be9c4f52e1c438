import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitLetter } from '../../../adapters/mime/quoted-history.ts';

const OWN = '昨晚又闻到了，和上次一样。\n\n请再来看看。';
const EARLIER = '您的投诉已收到。\n受理编号：QH-7KX4-M9P2-Q3T8';

const HISTORIES: Readonly<Record<string, string>> = {
  QQ: `------------------ 原始邮件 ------------------\n发件人: "回音" <a@b.example>;\n发送时间: 2026年11月20日(星期五) 晚上9:03\n收件人: "李"<li@qq.com>;\n主题: 已收到\n\n${EARLIER}`,
  'QQ with blanks that HTML left': `------------------\u00a0原始邮件\u00a0------------------\n${EARLIER}`,
  'QQ in English': `------------------ Original ------------------\nFrom: "x" <a@b.example>\n${EARLIER}`,
  Foxmail: `\n发件人： 回音\n发送时间： 2026-11-20 21:03\n收件人： li\n主题： 已收到\n${EARLIER}`,
  Outlook: `________________________________\n发件人: 回音 <a@b.example>\n发送时间: 2026年11月20日 21:03\n收件人: 李\n主题: 已收到\n\n${EARLIER}`,
  'Outlook in English': `-----Original Message-----\nFrom: a@b.example\nSent: Friday\nTo: li\n${EARLIER}`,
  'Outlook of Taiwan': `寄件者: 回音\n寄件日期: 2026年11月20日\n收件者: 李\n主旨: 已收到\n${EARLIER}`,
  '163': `在 2026-11-20 21:03:11，"回音" <a@b.example> 写道：\n${EARLIER}`,
  '163 over two lines': `在 2026-11-20 21:03:11，"回音"\n<a@b.example> 写道：\n${EARLIER}`,
  '163 of today': `---- 回复的原邮件 ----\n发件人 回音<a@b.example>\n发送日期 2026年11月20日 21:03\n${EARLIER}`,
  '163 of today, passed on': `---- 转发的原邮件 ----\n| 发件人 | 回音<a@b.example> |\n${EARLIER}`,
  '163 of today in English': `---- Replied Message ----\n| From | 回音<a@b.example> |\n${EARLIER}`,
  'the older 163': `At 2026-11-20 21:03:11, "回音" <a@b.example> wrote:\n${EARLIER}`,
  Gmail: `On Fri, Nov 20, 2026 at 9:03 PM 回音 <a@b.example> wrote:\n> ${EARLIER.replaceAll('\n', '\n> ')}`,
  'Gmail in Chinese': `回音 <a@b.example> 于2026年11月20日周五 21:03写道：\n\n> ${EARLIER.replaceAll('\n', '\n> ')}`,
  'Gmail in Chinese over two lines': `回音 <a@b.example> 于2026年11月20日周五\n21:03写道：\n> ${EARLIER.replaceAll('\n', '\n> ')}`,
  'Gmail of Taiwan': `回音 <a@b.example> 於 2026年11月20日 週五 下午9:03寫道：\n${EARLIER}`,
  'a program that names no address': `在 2026年11月20日，下午9:03，回音 写道：\n\n> ${EARLIER.replaceAll('\n', '\n> ')}`,
  Apple: `> 在 2026年11月20日，下午9:03，回音 <a@b.example> 写道：\n> \n> ${EARLIER.replaceAll('\n', '\n> ')}`,
  'a forward of 163': `-------- 转发邮件信息 --------\n发件人："张" <z@163.com>\n${EARLIER}`,
  'a forward of Gmail': `---------- Forwarded message ---------\nFrom: x\n${EARLIER}`,
  'marks before each line': `> ${EARLIER.replaceAll('\n', '\n> ')}\n\n`,
  'the signature of a program': '-- \n李红 13800000000',
  'the signature of a company': '--\n李红\n某某贸易有限公司\n电话：0100-1234567\n地址：东湖路1号',
  'the signature of a telephone': '发自我的iPhone',
  'where a telephone has its program from': '获取 Outlook for iOS<https://aka.ms/o0ukef>',
  'the signature of a telephone by its model': '来自我的HUAWEI Mate 60 Pro',
  'the signature of a mail program': '发自我的 QQ邮箱 手机版',
};

describe('the words of a reply', () => {
  it.each(Object.entries(HISTORIES))('end where its history begins, as in %s', (_, history) => {
    expect(splitLetter(`${OWN}\n\n${history}`)).toEqual({ own: OWN, quoted: history.trim() });
  });

  it('may stand below, or between the lines of, what they answer', () => {
    const text = `On 2026-11-20 at 21:03 x@y.example wrote:\n> 您家在几楼？\n三楼。\n> 几点最响？\n半夜两点。`;
    expect(splitLetter(text)).toEqual({
      own: '三楼。\n半夜两点。',
      quoted: 'On 2026-11-20 at 21:03 x@y.example wrote:\n> 您家在几楼？\n> 几点最响？',
    });
  });
});

describe('an answer', () => {
  it('below what Gmail quotes is the own word of whoever answers', () => {
    const head = '回音 <a@b.example> 于2026年11月20日周五 21:03写道：';
    expect(splitLetter(`${head}\n\n> 您好\n\n昨晚又排了。`)).toEqual({
      own: '昨晚又排了。',
      quoted: `${head}\n\n> 您好`,
    });
  });
});

describe('a person who writes', () => {
  it.each([
    ['of an earlier answer', '贵局在2026年10月的答复中写道：已责令停产。可是昨晚又开工了。'],
    ['what somebody wrote when', '在2026年11月20日21:03，厂长在业主群里写道：\n“随便告。”\n请到现场检查。'],
    ['below the signature of a telephone', '发自我的iPhone\n\n昨晚又排了，请来人看看。'],
    ['of who sent what', '发件人：我本人\n请问我的信收到了吗？'],
    ['a line of dashes', '一、噪声\n----------\n二、粉尘'],
    ['of a telephone', '这是发自我的内心的请求，请管一管。'],
    ['two points below a line of dashes', '我要反映两件事：\n--\n一、印刷厂夜里排气，孩子咳嗽。\n二、化工厂偷排污水。'],
    ['a matter below "-- "', '您好，事情是这样的：\n-- \n隔壁的饭店没有烟道，油烟往楼上灌！'],
    ['between the signature of a telephone and the end', '您好\n发自我的iPhone\n昨晚又排了，请来人看看。'],
    ['of a photo from a telephone', '来自我的手机拍摄的照片见附件，拍到厂里冒黑烟\n孩子咳嗽'],
    ['of a recording', '我有证据：\n发自我的手机里存的录音\n能听到机器声'],
    ['of smoke', 'Sent from my balcony at night\nthe smoke comes in'],
    ['a form', '现反映：\n发件人：王女士\n时间：11月20日夜里\n主题：印刷厂排气\n地点：东门外\n夜里气味刺鼻。'],
    ['a form to an office', '收件人：市生态环境局\n发件人：王女士\n日期：11月20日\n主题：印刷厂\n夜里气味刺鼻。'],
    ['a form in English', 'From: Li Hong\nDate: Nov 20\nSubject: smell\nThe factory lets out gas at night.'],
    ['in points', '- 夜间施工\n- 没有公示'],
  ])('%s is not cut short', (_, text) => expect(splitLetter(text)).toEqual({ own: text, quoted: '' }));

  it('loses no word, whatever they write', () => {
    const line = fc.oneof(fc.string(), fc.constantFrom(...Object.values(HISTORIES), '> x', '', OWN));
    const signs = (text: string) => [...text.replace(/\s/g, '')].toSorted().join('');
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const text = lines.join('\n');
        const { own, quoted } = splitLetter(text);
        expect(signs(own + quoted)).toBe(signs(text));
      }),
    );
  });

  it('a long letter of anything is cut at once', () => {
    const start = performance.now();
    splitLetter('在 2026 写'.repeat(100_000));
    splitLetter('在 2026\n'.repeat(100_000));
    splitLetter('> 发件人：x\n'.repeat(100_000));
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
