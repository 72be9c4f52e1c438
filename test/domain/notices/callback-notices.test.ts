import { describe, expect, it } from 'vitest';
import { noticesFor } from '../../../domain/notices/notices-for.ts';
import type { Senders } from '../../../domain/partners/partner.ts';
import { caseAfter, registeredAt } from '../../support/cases.ts';
import { beijing } from '../../support/rules.ts';
import { rules } from '../../support/world.ts';

const { state, events } = caseAfter(registeredAt(beijing('2026-06-01 10:00')));
const [registered] = events;
const ordered = { ...state, order: { partner: 'hotline', number: 'RX-1' } };

const told = (senders: Senders, from = ordered) =>
  noticesFor(registered!, from, { ...rules(), senders }).filter(({ id }) => id.endsWith('#callback'));

const hotline = { callback: 'https://hotline.example/huiyin' };

describe('the system of a partner', () => {
  it('is told of its own order: number, receipt and state, and nothing of anybody', () => {
    const [notice, ...others] = told(new Map([['hotline', hotline]]));
    expect(others).toEqual([]);
    expect(JSON.parse(notice!.text)).toEqual({
      type: 'order.received',
      timestamp: registered!.at,
      data: { externalId: 'RX-1', receipt: state.id, status: state.status, statusText: expect.any(String) },
    });
    expect(notice!.addresses).toEqual([{ transport: 'callback', organ: 'hotline', role: 'partner', to: 'hotline' }]);
  });

  it('hears nothing of the orders of others, nor without an address', () => {
    expect(told(new Map([['other', hotline]]))).toEqual([]);
    expect(told(new Map([['hotline', {}]]))).toEqual([]);
    expect(told(new Map([['hotline', hotline]]), state as typeof ordered)).toEqual([]);
  });
});
