import { describe, expect, it } from 'vitest';
import { PROCEDURE_WORDS, PROCEDURES, type Procedure } from '../../../domain/procedure/procedures.ts';
import { procedureOf, suggestProcedure } from '../../../domain/procedure/suggest-procedure.ts';
import { law } from '../../support/rules.ts';

const pollution = { matter: 'odour', subtypes: ['odour'] };
const administration = { matter: 'environmental-administration', subtypes: [] };
const unknown = { matter: 'unknown', subtypes: [] };

describe('the procedure of a complaint', () => {
  it.each<[Procedure, string, typeof pollution | typeof unknown]>([
    ['duty', '东门外的涂料厂每晚排放刺鼻气味，请查处。', pollution],
    ['duty', '建议你们好好查一查，这家厂夜里偷排废气。', pollution],
    ['duty', '执法人员收受好处不管，这家厂天天排臭气。', pollution],
    ['duty', '法院还没判，厂里照样排臭气。', pollution],
    ['petition', '对你局5月的答复不服，臭气还在排。', pollution],
    ['petition', '对上次的处理结果不满意，请重新调查。', unknown],
    ['petition', '你们的工作让人失望。', administration],
    ['suggestion', '建议在河边多设几个监测点。', administration],
    ['suggestion', '提个意见：环保宣传应该进学校。', unknown],
    ['accusation', '举报某局副局长受贿，帮企业压下检查。', administration],
    ['accusation', '执法人员吃拿卡要。', administration],
    ['duty', '听说老板行贿。', unknown],
    ['legal-ways', '不服法院关于赔偿的判决。', unknown],
    ['legal-ways', '仲裁委已经受理，请你们也管管。', unknown],
    ['administrative', '我厂申请排污许可证，一直没有批。', administration],
    ['administrative', '申请政府信息公开，请给我环评批复。', unknown],
  ])('is %s: %s', (procedure, text, classification) => {
    const suggested = suggestProcedure({ text, classification });
    expect(suggested.procedure).toBe(procedure);
    expect(text).not.toContain(suggested.why);
  });

  it('is told by the matter alone where the text is not at hand', () => {
    expect([procedureOf(pollution), procedureOf(administration)]).toEqual(['duty', 'petition']);
  });

  it.each(PROCEDURES)('%s is told in words, by the law of the day', (procedure) => {
    const { name, way, basis } = PROCEDURE_WORDS[procedure];
    expect(name.length * way.length).toBeGreaterThan(0);
    expect(law.cite(basis)).toMatch(/^《信访工作条例》第/);
  });
});
