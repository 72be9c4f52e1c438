import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { privacyOf } from '../../adapters/config/read-privacy.ts';
import { checkConfig } from '../../config/schemas/check.ts';
import type { Day } from '../../domain/calendar/day.ts';
import { lawOn } from '../../domain/law/cite.ts';
import { createHandler } from '../../functions/serve-pages/handler.ts';
import { send } from '../support/intake.ts';
import { pagesWorld, SITE } from '../support/pages.ts';
import { beijing, statutes } from '../support/rules.ts';

const { provinces } = checkConfig(join(import.meta.dirname, '../../config'), '2026-11-26');

/** The words of a page of a province as somebody reads it at that time in Beijing; its footer last. */
async function read(id: string, rawPath: string, at = '2026-11-20 10:00'): Promise<string> {
  const province = provinces.find((one) => one.id === id)!;
  const handler = createHandler({
    ...pagesWorld(),
    site: { ...SITE, ...province },
    privacy: privacyOf(province),
    lawOn: (day) => lawOn(day, statutes),
  });
  const { text } = await send(handler, { method: 'GET', rawPath, at: Date.parse(beijing(at)) });
  return text.replace(/<style>[\s\S]*?<\/style>|<script>[\s\S]*?<\/script>/g, '').replace(/<[^>]+>/g, '');
}
const ids = provinces.map(({ id }) => id);

describe('whoever opens a page', () => {
  it.each(['/', '/progress', '/privacy'])(
    'reads below %s who speaks, their telephone and filing number',
    async (path) => {
      const footer = (await read('demo', path)).split('主办单位').at(-1);
      expect(footer).toMatch(/^：青禾省生态环境厅　电话：0990-12369001\s+青ICP备2026000001号-1/);
    },
  );

  it('reads the words of their province, where it has its own', async () => {
    const own = { ...SITE.texts['page-complain']!, body: '> 先拨打**110**，再来这里。' };
    const site = { ...SITE, texts: { ...SITE.texts, 'page-complain': own } };
    const deps = {
      ...pagesWorld(),
      site,
      privacy: privacyOf(provinces[0]!),
      lawOn: (day: Day) => lawOn(day, statutes),
    };
    const { text } = await send(createHandler(deps), { method: 'GET', rawPath: '/' });
    expect(text).toContain('<p class="note">先拨打<strong>110</strong>，再来这里。</p>');
    expect(text).not.toContain('身边有刺鼻气味');
  });

  it('reads of 110, 119 and 12345 before the form begins', async () => {
    const page = await read('demo', '/');
    expect(page.indexOf('110、119或12345')).toBeGreaterThan(0);
    expect(page.indexOf('110、119或12345')).toBeLessThan(page.indexOf('请写明情况'));
  });

  it('is promised a 登记编号, since nothing has been accepted yet', async () => {
    for (const path of ['/', '/progress', '/privacy']) {
      expect(await read('demo', path)).toContain('登记编号');
      expect(await read('demo', path)).not.toContain('受理编号');
    }
  });

  it('is promised nothing that does not hold: no silence towards an accused bureau, no transfer of what is not environmental', async () => {
    const page = await read('demo', '/');
    expect(page).not.toMatch(/不会告诉被投诉|自动交给/);
    expect(page).toContain('承办人员只有说明事由才能查看');
    expect(page).toMatch(/15日内告诉您是否受理；不受理的，说明理由/);
    expect(page).toMatch(/一般在60日内办结/);
  });
});

describe('the privacy page', () => {
  it('names everybody who may get the number for a text message', async () => {
    expect(await read('demo', '/privacy')).toContain('短信由阿里云短信服务或者腾讯云短信服务发送');
    expect(await read('jiangsu', '/privacy')).toContain('短信由阿里云短信服务发送');
  });

  it.each(ids)('of %s tells all that the law of personal information asks for', async (id) => {
    const { organiser, privacy, retentionDays } = provinces.find((one) => one.id === id)!;
    const page = await read(id, '/privacy');
    for (const told of [
      `处理您个人信息的是${organiser.name}，电话${organiser.telephone}`,
      ...['为什么可以处理，用来做什么', '法定职责', '只用来受理、办理、答复'],
      ...['我们保存什么', '称呼、电话、邮箱', '谁能看到，会交给谁', '阿里云短信服务', '亚马逊云科技', '其他部门'],
      `办结后${privacy.records.years}年，依据是${privacy.records.basis}`,
      `照片等证据：${retentionDays.evidence}天`,
      ...['查阅、复制', '更正', '删除', privacy.contact.office, privacy.contact.telephone, privacy.contact.address],
      ...['说明理由', '人民法院', '未满14周岁的孩子', '监护人'],
    ])
      expect(page).toContain(told);
  });

  it('names WeCom and partners only where the province has them', async () => {
    expect(await read('demo', '/privacy')).toMatch(/腾讯[\s\S]*转来/);
    const handler = createHandler({
      ...pagesWorld(),
      privacy: privacyOf({ ...provinces[0]!, wecom: undefined, partners: [] }),
      lawOn: (day) => lawOn(day, statutes),
    });
    const { text } = await send(handler, {
      method: 'GET',
      rawPath: '/privacy',
      at: Date.parse('2026-11-20T00:00:00Z'),
    });
    expect(text).not.toMatch(/企业微信|转来/);
  });

  it('cites the law of the day on which it is read, in Beijing', async () => {
    expect(await read('demo', '/privacy', '2026-08-14 23:59')).toContain('《环境保护法》第五十七条第三款');
    const next = await read('demo', '/privacy', '2026-08-15 00:00');
    expect(next).toContain('《生态环境法典》第一百四十六条第一款');
    expect(next).toContain(
      '不得打击报复，您所在的单位不得因此解除、变更劳动合同（《生态环境法典》第一百四十六条第二款',
    );
    expect(next).not.toContain('《环境保护法》');
  });
});
