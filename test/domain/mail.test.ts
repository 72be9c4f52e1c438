import { expect, it } from 'vitest';
import { plainAddress, plainMessageId } from '../../domain/mail.ts';

it('knows an address again in any case, with blanks around it', () => {
  expect(plainAddress(' Qian@Citizen.Example\r\n')).toBe('qian@citizen.example');
});

it('knows a Message-ID again without its angle brackets, and leaves its case alone', () => {
  expect(plainMessageId(' <Ab1@Mail.example> ')).toBe('Ab1@Mail.example');
  expect(plainMessageId('Ab1@Mail.example')).toBe('Ab1@Mail.example');
});
