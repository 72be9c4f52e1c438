import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { readOrgans, readProvince } from '../../adapters/config/read-config.ts';
import { dynamoDesk } from '../../adapters/dynamodb/desk/desk.ts';
import { dynamoLogIns } from '../../adapters/dynamodb/desk/desk-items.ts';
import { dynamoTables } from '../../adapters/dynamodb/tables.ts';
import { identityProvider } from '../../adapters/oidc/identity-provider.ts';
import { secretReader } from '../../adapters/secrets/secret.ts';
import { count } from '../shared/count.ts';
import { deskOfProvince } from '../shared/desk/site.ts';
import { readEnv } from '../shared/env.ts';
import { logError } from '../shared/log.ts';
import { secretSource } from '../shared/wired-secrets.ts';
import { createHandler } from './handler.ts';

const env = readEnv('DESK_TABLE_NAME', 'DESK_SECRET_NAME', 'LOGIN_ISSUER', 'LOGIN_CLIENT');
const secret = secretReader(secretSource(env.DESK_SECRET_NAME), z.object({ clientSecret: z.string() }));
const tables = dynamoTables();
const { name } = readProvince(import.meta.dirname);
const organs = readOrgans(import.meta.dirname);

export const handler = createHandler({
  ...deskOfProvince(name, organs),
  context: { organs },
  ...dynamoDesk(tables, env.DESK_TABLE_NAME, { organs }),
  logIns: dynamoLogIns(tables, env.DESK_TABLE_NAME),
  provider: identityProvider({
    issuer: env.LOGIN_ISSUER,
    clientId: env.LOGIN_CLIENT,
    clientSecret: async () => (await secret()).clientSecret,
    onRefused(error) {
      logError('login-refused', error);
      count('DeskLoginRefused');
    },
  }),
  newId: () => randomBytes(32).toString('base64url'),
});
