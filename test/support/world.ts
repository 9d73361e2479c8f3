/** A database with a planted municipality and the API upon it. */
import { globalId } from '../../src/api/global-id.ts';
import { openApi, type Api, type ApiSettings, type Client } from './api.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';
import { Municipality, userAt } from './municipality.ts';
import type { Role } from '../../src/access/roles.model.ts';

export interface World {
  readonly database: TestDatabase;
  readonly town: Municipality;
  readonly api: Api;
  /** `alpha/ADULT`, `CASEWORKER` → that user, signed in. */
  as(unit: string, role: Role): Client;
  /** Global id of a unit: `alpha/ADULT`. */
  unit(name: string): string;
  /** Global id of who holds a role at a unit. */
  staff(unit: string, role: Role): string;
  close(): Promise<void>;
}

/** Opens it. Call in `beforeAll`, and `close` in `afterAll`. */
export async function openWorld(settings: Omit<ApiSettings, 'appUrl'> = {}): Promise<World> {
  const database = await createTestDatabase();
  const town = await Municipality.plant(database.superuserUrl);
  const api = await openApi({ appUrl: database.appUrl, ...settings });
  const userName = (name: string, role: Role): string => {
    const [organisation = '', unit = ''] = name.split('/');
    return userAt(organisation, unit, role);
  };
  return {
    database, town, api,
    as: (name, role) => api.as(userName(name, role)),
    unit: (name) => globalId('Unit', town.unit(name)),
    staff: (name, role) => globalId('Staff', town.staff(userName(name, role))),
    close: async () => {
      await api.close();
      await town.close();
      await database.drop();
    },
  };
}

export { globalId };
