import { createHash, randomUUID } from 'node:crypto';
import type { Browser } from 'puppeteer-core';
import type { DataSource } from 'typeorm';
import type { Peran } from '../../src/auth/pelaku';
import { samarkan } from '../../src/auth/sesi/csrf.rules';
import { SesiService } from '../../src/auth/sesi/sesi.service';
import { Transaksi } from '../../src/database/transaksi';
import { Jam } from '../../src/shared/jam';

/** A person with roles, signed in: the session is made without the sign-in page. */
export interface OrangUji {
  readonly penggunaId: string;
  readonly nama: string;
  readonly surel: string;
  /** headers of a request of theirs */
  readonly kepala: { readonly cookie: string };
  /** token of their forms (`_csrf`, or the header `x-csrf-token`) */
  readonly csrf: string;
}

export interface PeranUji {
  /** code of the agency */
  readonly instansi: string;
  readonly peran: Peran;
  /** code of a unit; without it the whole agency, or the first unit for roles that need one */
  readonly unit?: string;
}

/** @param sumber of a superuser: people are made as no page makes them */
export async function masukSebagai(
  sumber: DataSource,
  peran: readonly PeranUji[],
  { operator = false, nama = 'Orang Uji' }: { operator?: boolean; nama?: string } = {},
): Promise<OrangUji> {
  const penggunaId = randomUUID();
  const surel = `${penggunaId}@uji.go.id`;
  await sumber.query(`INSERT INTO pengguna (id, surel, nama, operator, contoh, dibuat) VALUES ($1, $2, $3, $4, false, now())`, [
    penggunaId,
    surel,
    nama,
    operator,
  ]);
  for (const p of peran) {
    const [hasil] = await sumber.query<{ ada: boolean }[]>(
      `WITH i AS (SELECT id FROM instansi WHERE kode = $1), u AS (
         SELECT u.id FROM unit u JOIN i ON i.id = u.instansi_id WHERE $3::text IS NULL OR u.kode = $3 ORDER BY u.urutan LIMIT 1), baru AS (
       INSERT INTO peran (id, instansi_id, pengguna_id, peran, unit_id, mulai)
         SELECT gen_random_uuid(), i.id, $4, $2, CASE WHEN $5 OR $3::text IS NOT NULL THEN (SELECT id FROM u) END, '2020-01-01' FROM i RETURNING 1)
       SELECT EXISTS (SELECT FROM baru) AS ada`,
      [p.instansi, p.peran, p.unit ?? null, penggunaId, p.peran === 'pelapor' || p.peran === 'penanggung_jawab'],
    );
    if (!hasil?.ada) throw new Error(`Instansi ${p.instansi} tidak ada`);
  }
  const token = await new SesiService(new Transaksi(sumber), new Jam()).mulai(
    { penggunaId, tahap: 'penuh', cara: 'sandi', duaLangkah: true, asal: { ip: '127.0.0.1', agen: 'uji' } },
    undefined,
  );
  return { penggunaId, nama, surel, kepala: { cookie: `tuntas_sesi=${token}` }, csrf: tokenFormulir('sesi', token) };
}

/** What a form of that browser carries. @param guna `tamu` for a visitor with the cookie `tuntas_tamu` */
export function tokenFormulir(guna: 'sesi' | 'tamu', token: string): string {
  const rahasia = createHash('sha256').update(`csrf/${guna}/${token}`).digest();
  return samarkan(rahasia, Buffer.alloc(rahasia.length, 7));
}

/** That person's session in a real browser. */
export async function masukDiPeramban(peramban: Browser, { kepala }: OrangUji): Promise<void> {
  const [name = '', value = ''] = kepala.cookie.split('=');
  await peramban.setCookie({ name, value, domain: '127.0.0.1', path: '/', httpOnly: true, sameSite: 'Lax' });
}
