import { describe, expect, it } from 'vitest';
import config from '../../wxt.config';
import { permissions } from './permissions';

/** The parts of a manifest that give rights. */
interface Manifest {
  permissions?: string[];
  optional_permissions?: string[];
  host_permissions?: string[];
  optional_host_permissions?: string[];
}

async function manifestOf(browser: string): Promise<Manifest> {
  const { manifest } = config;
  const env = { browser, command: 'build', mode: 'production', manifestVersion: 3 } as const;
  return (await (typeof manifest === 'function' ? manifest(env) : manifest)) as Manifest;
}

describe.each(['chrome', 'firefox'] as const)('permissions in %s', (browser) => {
  it('are those that are explained, and no others', async () => {
    const manifest = await manifestOf(browser);
    const told = (kind: string): string[] =>
      permissions.filter((one) => one.kind === kind && one.browsers.includes(browser)).map(({ name }) => name);
    expect(told('required').sort()).toEqual([...(manifest.permissions ?? [])].sort());
    expect(told('optional').sort()).toEqual([...(manifest.optional_permissions ?? [])].sort());
    expect(told('site')).toEqual(manifest.host_permissions);
    expect(manifest.optional_host_permissions).toBeUndefined();
  });
});
