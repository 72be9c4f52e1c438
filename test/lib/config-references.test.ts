import { describe, expect, it } from 'vitest';
import { editedConfig } from '../support/edited-config.ts';

const { edit, faults } = editedConfig();

describe('what one file says of another must hold', () => {
  it('repeats may speak of no sign that the lexicon does not know', () => {
    edit('repeats.json', (repeats) => {
      repeats.generalSigns = 'pollution sulphur';
    });
    expect(faults()).toEqual(['config/repeats.json: repeats name "sulphur", which the lexicon does not know']);
  });

  it('smtp without the name of its secret is refused', () => {
    edit('provinces/yunnan.json', (yunnan) => {
      delete yunnan.secrets.smtp;
    });
    expect(faults()).toEqual(['config/provinces/yunnan.json /secrets/smtp: is required when mail.transport is smtp']);
  });

  it('a partner whose adapter is no file is refused', () => {
    edit('provinces/demo.json', ({ partners }) => {
      partners[0].adapter = 'order-12369';
    });
    expect(faults()).toEqual([
      'config/provinces/demo.json /partners/0/adapter: there is no config/partners/order-12369.json',
    ]);
  });

  it('a partner that stands twice is refused', () => {
    edit('provinces/demo.json', ({ partners }) => {
      partners[1].name = partners[2].name;
    });
    expect(faults()).toEqual(['config/provinces/demo.json /partners: a name stands twice']);
  });

  it('a format of a partner that leaves out what it must say is refused, with each place', () => {
    edit('partners/order-12345.json', (format) => {
      delete format.fields.text;
      delete format.fields.followUpId;
      delete format.fields.timestamp;
      format.fields.address[0].codes = 'streets';
      format.codes.areas.values.临禾区 = '临禾';
      format.required.push('batch');
    });
    expect(faults()).toEqual([
      'config/partners/order-12345.json /fields: must say where text is',
      'config/partners/order-12345.json /fields: must say where batch is',
      'config/partners/order-12345.json /fields/address/0/codes: "streets" is no table in codes',
      'config/partners/order-12345.json /codes/areas/values/临禾区: must be a six-digit division',
      'config/partners/order-12345.json /fields: must tell one follow-up from the next: followUpId or timestamp',
    ]);
  });

  it('WeCom goes with the name of its secret, and the one is of no use without the other', () => {
    edit('provinces/jiangsu.json', (jiangsu) => {
      delete jiangsu.secrets.wecom;
    });
    edit('provinces/yunnan.json', (yunnan) => {
      yunnan.secrets.wecom = 'huiyin/yunnan/wecom';
    });
    const why = 'is required when there is wecom, and of no use without';
    expect(faults()).toEqual([
      `config/provinces/jiangsu.json /secrets/wecom: ${why}`,
      `config/provinces/yunnan.json /secrets/wecom: ${why}`,
    ]);
  });

  it('a menu button stands for something that can be typed', () => {
    edit('provinces/yunnan.json', (yunnan) => {
      yunnan.conversation = { pauseMinutes: 5, menu: { HUIYIN_SING: '唱歌' } };
    });
    expect(faults()).toEqual([expect.stringContaining('config/provinces/yunnan.json /conversation/menu/HUIYIN_SING')]);
  });

  it('a catch-all organ that is not on the roster is refused', () => {
    edit('provinces/demo.json', (demo) => {
      demo.catchAllOrgan = 'nobody';
    });
    expect(faults()).toEqual([
      'config/provinces/demo.json /catchAllOrgan: "nobody" is not in config/organs/demo.json',
      'config/routing/demo.json /catchAll: must be "nobody", the catchAllOrgan of the province file',
    ]);
  });

  it('organs that answer to each other in a circle are refused', () => {
    edit('organs/yunnan.json', ({ organs }) => {
      organs[1].superior = organs[0].id;
      organs[0].superior = organs[1].id;
    });
    expect(faults()).toEqual([
      expect.stringMatching(/^config\/organs\/yunnan\.json \/organs\/0\/superior: .* is in the end its own superior$/),
      expect.stringMatching(/^config\/organs\/yunnan\.json \/organs\/1\/superior: .* is in the end its own superior$/),
    ]);
  });

  it('an organ of another province is refused', () => {
    edit('organs/yunnan.json', ({ organs }) => {
      organs[0].division = '440100';
    });
    expect(faults()).toEqual([
      'config/organs/yunnan.json /organs/0/division: 440100 does not lie in the province 530000',
    ]);
  });

  it('a routing rule for an unknown matter or department is refused', () => {
    edit('routing/demo.json', ({ rules }) => {
      rules[0].matters = ['moonshine'];
      rules[1].lead = 'astrology';
    });
    expect(faults()).toEqual([
      'config/routing/demo.json /rules/0/matters: "moonshine" is not in config/matters.json',
      'config/routing/demo.json /rules/1: department "astrology" is not in config/matters.json',
    ]);
  });

  it('a town of another province is refused', () => {
    edit('gazetteer/towns/yunnan.json', ({ divisions }) => {
      divisions['320506103'] = '木渎镇';
    });
    expect(faults()).toEqual([
      'config/gazetteer/towns/yunnan.json /divisions/320506103: is no town of a county of the province',
    ]);
  });

  it('two provinces with the same letters are refused, for their receipts could not be told apart', () => {
    edit('provinces/yunnan.json', (yunnan) => {
      yunnan.letters = 'JS';
    });
    expect(faults()).toEqual(['config/provinces: jiangsu and yunnan have the same letters JS']);
  });

  it('a text message with a placeholder nobody fills is refused', () => {
    edit('provinces/demo.json', ({ sms }) => {
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the placeholder itself.
      sms.templates[1].text = '您好，${name}';
    });
    expect(faults()).toEqual([
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the placeholder itself.
      'config/provinces/demo.json /sms/templates/1/text: ${name} is not known to a complainant message',
    ]);
  });
});
