import { lazy } from '../../domain/lazy.ts';
import { ownProperty } from '../../domain/own-property.ts';
import { readRules } from './read-config.ts';

type Named = Readonly<Record<string, { readonly name: string }>>;

/** What people call a matter or a subtype of pollution, by its code and the field in which it stands. */
export function readCodeNames(folder: string): (code: string, field: string | undefined) => string | undefined {
  const tables = lazy(() => ({
    matter: readRules<{ readonly matters: Named }>(folder, 'matters').matters,
    subtypes: readRules<{ readonly subtypes: Named }>(folder, 'taxonomy').subtypes,
  }));
  return (code, field) => ownProperty(ownProperty(tables(), field ?? '') ?? {}, code)?.name;
}
