import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GalatPengguna } from '../shared/galat';
import { Kunci } from './kunci';
import { PengaturanAuth } from './pengaturan';

const kunciBaru = () => new Kunci(new PengaturanAuth({ kunci: randomBytes(32) }));

it('opens what it sealed, for the same use only, and seals the same text differently each time', () => {
  const kunci = kunciBaru();
  const segel = kunci.segel('rahasia klien', 'oidc/a');
  expect(kunci.buka(segel, 'oidc/a')).toBe('rahasia klien');
  expect(segel).not.toContain(Buffer.from('rahasia klien').toString('base64url'));
  expect(kunci.segel('rahasia klien', 'oidc/a')).not.toBe(segel);
  expect(() => kunci.buka(segel, 'oidc/b')).toThrow();
  expect(() => kunci.buka(`${segel.slice(0, -1)}${segel.endsWith('A') ? 'B' : 'A'}`, 'oidc/a')).toThrow();
});

it('another key: a sentence that says what to do', () => {
  const segel = kunciBaru().segel('x', 'a');
  expect(() => kunciBaru().buka(segel, 'a')).toThrow(GalatPengguna);
});

describe('in the data folder', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'tuntas-kunci-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is made once, for the owner alone, and found again', () => {
    const buat = () => new Kunci(new PengaturanAuth({ folderData: folder }));
    const segel = buat().segel('x', 'a');
    expect(buat().buka(segel, 'a')).toBe('x');
    expect(statSync(join(folder, 'kunci')).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(folder, 'kunci'), 'utf8')).toMatch(/^[\w-]{43}\n$/);
  });

  it('a damaged one is never replaced: what it sealed would be lost', () => {
    writeFileSync(join(folder, 'kunci'), 'rusak');
    expect(() => new Kunci(new PengaturanAuth({ folderData: folder })).segel('x', 'a')).toThrow(GalatPengguna);
    expect(readFileSync(join(folder, 'kunci'), 'utf8')).toBe('rusak');
  });
});
