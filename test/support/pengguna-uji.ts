import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { SandiService } from '../../src/auth/sandi/sandi.service';

export const SANDI_UJI = 'kuda tenggara sendok lampau';

export interface PenggunaUji {
  readonly id: string;
  readonly surel: string;
  readonly nama: string;
}

/** An account with a password, as a superuser puts it in. */
export async function buatPengguna(
  sumber: DataSource,
  isi: { surel: string; nama?: string; sandi?: string | null; operator?: boolean; contoh?: boolean },
): Promise<PenggunaUji> {
  const { surel, nama = 'Rina Lestari', sandi = SANDI_UJI, operator = false, contoh = false } = isi;
  const id = randomUUID();
  const tersimpan = sandi === null ? null : await new SandiService().buat(sandi);
  await sumber.query(
    'INSERT INTO pengguna (id, surel, nama, sandi, operator, contoh, dibuat) VALUES ($1, $2, $3, $4, $5, $6, now())',
    [id, surel, nama, tersimpan, operator, contoh],
  );
  return { id, surel, nama };
}
