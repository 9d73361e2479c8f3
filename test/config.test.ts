import { describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findProjectRoot, readConfig } from '../src/config.ts';

const root = findProjectRoot();
const database = { DATABASE_URL: 'postgresql://app:secret@db.example/samordna' };
const oidc = { OIDC_ISSUER: 'https://login.example/tenant', OIDC_AUDIENCE: 'samordna' };

describe('the settings', () => {
  it('need none', () => {
    expect(readConfig({})).toEqual({
      production: false,
      http: { host: '127.0.0.1', port: 4000 },
      dataDir: join(root, '.data'),
      database: { kind: 'embedded' },
      identity: { kind: 'demo' },
      today: null,
      logLevel: 'info',
      otlpEndpoint: null,
    });
  });

  it('are read from every variable', () => {
    const all = {
      NODE_ENV: 'development',
      HOST: '::1',
      PORT: '8080',
      DATA_DIR: '/srv/samordna',
      ...database,
      DATABASE_OWNER_URL: 'postgres://owner:secret@db.example:5433/samordna',
      DATABASE_REPLICA_URLS: 'postgres://app@one.example/samordna, postgres://app@two.example/samordna',
      ...oidc,
      OIDC_CLIENT_ID: 'web',
      OIDC_CLIENT_SECRET: 'hush hush',
      TODAY: '2026-09-01',
      LOG_LEVEL: 'debug',
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318',
    };
    expect(readConfig(all)).toEqual({
      production: false,
      http: { host: '::1', port: 8080 },
      dataDir: '/srv/samordna',
      database: {
        kind: 'external',
        appUrl: all.DATABASE_URL,
        ownerUrl: all.DATABASE_OWNER_URL,
        replicaUrls: ['postgres://app@one.example/samordna', 'postgres://app@two.example/samordna'],
      },
      identity: { kind: 'oidc', issuer: all.OIDC_ISSUER, audience: 'samordna', client: { id: 'web', secret: 'hush hush' } },
      today: '2026-09-01',
      logLevel: 'debug',
      otlpEndpoint: 'http://collector:4318',
    });
  });

  it('count as unset when they are empty', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: ' ', OIDC_ISSUER: '', TODAY: '' })).toEqual(readConfig({}));
  });

  it('take a relative DATA_DIR from the checkout', () => {
    expect(readConfig({ DATA_DIR: 'elsewhere' }).dataDir).toBe(join(root, 'elsewhere'));
  });

  it('accept production with an issuer', () => {
    expect(readConfig({ NODE_ENV: 'production', ...oidc })).toMatchObject({ production: true, identity: { kind: 'oidc', client: null } });
  });

  it('accept an issuer without TLS on this machine only', () => {
    expect(readConfig({ ...oidc, OIDC_ISSUER: 'http://127.0.0.1:9000' })).toMatchObject({ identity: { kind: 'oidc' } });
  });

  it.each([
    ['NODE_ENV', { NODE_ENV: 'prod' }],
    ['HOST', { HOST: 'http://localhost' }],
    ['HOST', { HOST: '127.0.0.256' }],
    ['PORT', { PORT: 'http' }],
    ['PORT', { PORT: '65536' }],
    ['PORT', { PORT: '-1' }],
    ['PORT', { PORT: '80.5' }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://app@db.example/samordna' }],
    ['DATABASE_URL', { DATABASE_URL: 'db.example/samordna' }],
    ['DATABASE_URL', { DATABASE_URL: 'postgresql://app@db.example' }],
    ['DATABASE_URL', { DATABASE_URL: 'postgresql://db.example/samordna' }],
    ['DATABASE_OWNER_URL', { ...database, DATABASE_OWNER_URL: 'owner' }],
    ['DATABASE_REPLICA_URLS', { ...database, DATABASE_REPLICA_URLS: 'postgres://app@one.example/samordna,two.example' }],
    ['DATABASE_URL', { DATABASE_OWNER_URL: 'postgres://owner@db.example/samordna' }],
    ['DATABASE_URL', { DATABASE_REPLICA_URLS: 'postgres://app@one.example/samordna' }],
    ['OIDC_ISSUER', { ...oidc, OIDC_ISSUER: 'login.example' }],
    ['OIDC_ISSUER', { ...oidc, OIDC_ISSUER: 'http://login.example' }],
    ['OIDC_ISSUER', { ...oidc, OIDC_ISSUER: 'https://login.example/?tenant=1' }],
    ['OIDC_ISSUER', { OIDC_AUDIENCE: 'samordna' }],
    ['OIDC_ISSUER', { OIDC_CLIENT_ID: 'web' }],
    ['OIDC_AUDIENCE', { OIDC_ISSUER: 'https://login.example' }],
    ['OIDC_AUDIENCE', { ...oidc, OIDC_AUDIENCE: 'two words' }],
    ['OIDC_CLIENT_ID', { ...oidc, OIDC_CLIENT_ID: 'two words' }],
    ['OIDC_CLIENT_ID', { ...oidc, OIDC_CLIENT_SECRET: 'hush' }],
    ['TODAY', { TODAY: '2026-02-30' }],
    ['TODAY', { TODAY: 'today' }],
    ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', { OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318' }],
    ['OIDC_ISSUER', { NODE_ENV: 'production' }],
    ['TODAY', { NODE_ENV: 'production', ...oidc, TODAY: '2026-09-01' }],
  ])('stop the start with one line that names %s: %j', (variable, environment) => {
    let line = '';
    try {
      readConfig(environment);
    } catch (error) {
      line = String(error);
    }
    expect(line).toMatch(new RegExp(`^ConfigurationFault: ${variable} must [^;\\n]+$`, 'u'));
  });

  it('name every wrong variable at once, and no value', () => {
    const read = (): unknown => readConfig({ PORT: 'x', DATABASE_URL: 'postgres://:secret@', TODAY: 'y' });
    expect(read).toThrow(/^PORT .*; DATABASE_URL .*; TODAY /u);
    expect(read).not.toThrow(/secret/u);
  });
});

describe("the checkout's folder", () => {
  it('holds package.json', () => {
    expect(existsSync(join(root, 'package.json'))).toBe(true);
  });
});
