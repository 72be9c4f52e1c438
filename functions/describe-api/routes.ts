import * as z from 'zod';
import { CHANNEL_ROUTES } from './channel-routes.ts';
import { CITIZEN_ROUTES } from './citizen-routes.ts';
import { json, ok, type Route } from './route.ts';
import { STAFF_ROUTES } from './staff-routes.ts';

/** The pages for people, at the same address. They are no part of the interface, so its description leaves them out. */
export const PAGES = [
  ...['GET /', 'GET /progress', 'GET /privacy'],
  ...[
    'POST /complaints',
    'POST /progress',
    'POST /progress/proof',
    'POST /supplements',
    'POST /ratings',
    'GET /photos',
    'POST /photos',
  ],
] as const;

/** Every route, in the order of the document. */
export const ROUTES: readonly Route[] = [
  ...CITIZEN_ROUTES,
  ...CHANNEL_ROUTES,
  ...STAFF_ROUTES,
  {
    method: 'get',
    path: '/v1/health',
    id: 'readHealth',
    summary: '服务是否在线',
    access: 'open',
    answer: ok(json(z.object({ status: z.literal('ok') }))),
    problems: [],
  },
  {
    method: 'get',
    path: '/openapi.json',
    id: 'readDescription',
    summary: '本接口说明',
    access: 'open',
    answer: ok(json(z.looseObject({ openapi: z.literal('3.1.0') }))),
    problems: [],
  },
];
