import { expect, it } from 'vitest';
import { downloadOf } from '../../../domain/attachments/download.ts';

const RECEIPT = 'QH-7KX4-M9P2-Q3T8';

it.each([
  ['image/jpeg', `${RECEIPT}-2.jpg`],
  ['application/pdf', `${RECEIPT}-2.pdf`],
  ['message/rfc822', `${RECEIPT}-2.eml`],
])('a file of type %s is handed out as such, named by its receipt and number', (mediaType, fileName) => {
  expect(downloadOf(RECEIPT, 2, mediaType)).toEqual({ fileName, mediaType });
});

it.each([
  'text/html',
  'TEXT/HTML',
  'text/html; charset=utf-8',
  'image/svg+xml',
  'application/x-msdownload',
  'x"\r\ny',
  '',
])('a file of type %j is handed out as mere bytes', (mediaType) => {
  expect(downloadOf(RECEIPT, 2, mediaType)).toEqual({
    fileName: `${RECEIPT}-2.bin`,
    mediaType: 'application/octet-stream',
  });
});
