import { describe, expect, it } from 'vitest';
import { editedConfig } from '../support/edited-config.ts';

const { edit, faults } = editedConfig();

describe('text messages', () => {
  it('go by no SNS in China, and the fault names what does', () => {
    edit('provinces/jiangsu.json', ({ sms }) => {
      sms.providers = [{ by: 'sns' }];
    });
    edit('provinces/demo.json', (demo) => {
      demo.sms.providers = [{ by: 'sns' }];
      demo.region = 'ap-northeast-2';
    });
    expect(faults()).toEqual([
      expect.stringMatching(
        /^config\/provinces\/demo.json \/sms\/providers: there is no sending of text messages by SNS, in ap-/,
      ),
      expect.stringMatching(
        /^config\/provinces\/jiangsu.json \/sms\/providers: there is no sending of text messages by SNS, in cn-/,
      ),
    ]);
  });

  it('that may be paid for as more messages than was meant, or are too long for the operators, are refused', () => {
    edit('provinces/demo.json', ({ sms: { templates } }) => {
      templates[0].text += '。'.repeat(400);
      templates[1].segments = 1;
    });
    expect(faults()).toEqual([
      expect.stringMatching(/demo.json \/sms\/templates\/0\/text: may have \d+ characters; operators take 500$/),
      'config/provinces/demo.json /sms/templates/1/text: may have 88 characters, paid for as 2 messages; 1 are allowed',
    ]);
  });

  it('with a length for what the text does not say, or by a provider that stands twice, are refused', () => {
    edit('provinces/demo.json', ({ sms }) => {
      sms.templates[1].lengths = { colour: 5 };
    });
    edit('provinces/jiangsu.json', ({ sms }) => {
      sms.providers.push(sms.providers[0]);
    });
    expect(faults()).toEqual([
      'config/provinces/demo.json /sms/templates/1/lengths/colour: is no placeholder of the text',
      'config/provinces/jiangsu.json /sms/providers: a provider stands twice',
    ]);
  });
});

describe('mail', () => {
  it('by servers of the province needs the secret that holds them', () => {
    edit('provinces/demo.json', ({ mail }) => {
      mail.hosts = ['own', 'backup'];
    });
    expect(faults()).toEqual([
      'config/provinces/demo.json /secrets/smtp: is required when there are mail.hosts: it holds them by their names',
    ]);
  });
});

describe('groups and partners', () => {
  it('are told by secrets that the province names', () => {
    edit('provinces/demo.json', ({ secrets, partners }) => {
      delete secrets.robots;
      partners[0].callback = 'https://hotline.qinghe.example/huiyin';
    });
    expect(faults()).toEqual([
      'config/provinces/demo.json /secrets/callbacks: is required where a partner has a callback',
      'config/provinces/demo.json /secrets/robots: is required where an organ has a robot',
    ]);
  });

  it.each([
    'https://127.0.0.1/',
    'https://10.0.0.8/in',
    'https://[::1]/',
    'https://intranet/',
    'http://hotline.example/',
  ])('are not called at %s', (address) => {
    edit('provinces/demo.json', ({ secrets, partners }) => {
      secrets.callbacks = 'huiyin/demo/callbacks';
      partners[0].callback = address;
    });
    expect(faults()).toEqual([expect.stringContaining('config/provinces/demo.json /partners/0/callback')]);
  });
});
