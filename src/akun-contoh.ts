import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { AuditService } from './audit/audit.service';
import { NAMA_PERAN, type Peran } from './auth/pelaku';
import { SandiService } from './auth/sandi/sandi.service';
import type { EntityManager } from 'typeorm';
import type { Transaksi } from './database/transaksi';
import { berkasContoh } from './paket/contoh';
import { bacaPaket } from './paket/paket.baca';
import { hariIniDi } from './shared/tanggal';

const PEMBUAT = 'pembuatan akun contoh';

interface PeranContoh {
  readonly instansi: string;
  readonly peran: Peran;
  /** code of the unit, for roles that belong to one */
  readonly unit?: string;
}

interface OrangContoh {
  readonly surel: string;
  readonly nama: string;
  readonly operator?: boolean;
  readonly peran: readonly PeranContoh[];
}

/** One for each role in the example agency, an inspector of two agencies, the operator. The domain is reserved for examples. */
const ORANG: readonly OrangContoh[] = [
  satu('pelapor', 'Pelapor, Bagian Perencanaan KASN', { peran: 'pelapor', unit: 'PERENCANAAN' }),
  satu('pj', 'Penanggung jawab, Bagian Perencanaan KASN', { peran: 'penanggung_jawab', unit: 'PERENCANAAN' }),
  satu('koordinator', 'Koordinator survei KASN', { peran: 'koordinator' }),
  satu('pimpinan', 'Pimpinan KASN', { peran: 'pimpinan' }),
  satu('admin', 'Admin KASN', { peran: 'admin' }),
  {
    surel: 'inspektur@contoh.example',
    nama: 'Inspektur KASN dan Kanreg X BKN',
    peran: [
      { instansi: 'KASN', peran: 'inspektur' },
      { instansi: 'KANREG-X-BKN', peran: 'inspektur' },
    ],
  },
  { surel: 'operator@contoh.example', nama: 'Operator pemasangan', operator: true, peran: [] },
];

function satu(lokal: string, nama: string, peran: Omit<PeranContoh, 'instansi'>): OrangContoh {
  return { surel: `${lokal}@contoh.example`, nama, peran: [{ instansi: 'KASN', ...peran }] };
}

/** Nobody has an account, and no agency has come in but the examples: an embedded database that was filled before there were accounts. */
export async function hanyaInstansiContoh(manager: EntityManager): Promise<boolean> {
  const [orang] = await manager.query<{ ada: boolean }[]>('SELECT EXISTS (SELECT FROM pengguna) AS ada');
  if (orang?.ada !== false) return false;
  const instansi = await manager.query<{ kode: string }[]>('SELECT kode FROM instansi');
  const contoh = berkasContoh().map(({ jalur }) => bacaPaket(readFileSync(jalur)).instansi.kode);
  return (
    instansi
      .map(({ kode }) => kode)
      .sort()
      .join('\n') === contoh.sort().join('\n')
  );
}

/** In the transaction that loads the examples into an empty embedded database, or finds nothing but them in it. */
export async function buatAkunContoh(transaksi: Transaksi, audit: AuditService, sandi: string, kini: Date): Promise<void> {
  const tersimpan = await new SandiService().buat(sandi);
  const orang = ORANG.map((o, urutan) => ({ ...o, id: randomUUID(), dibuat: new Date(kini.getTime() + urutan) }));
  for (const { id, surel, nama, operator = false, dibuat } of orang) {
    await transaksi.managerTransaksi.query(
      'INSERT INTO pengguna (id, surel, nama, sandi, operator, contoh, dibuat) VALUES ($1, $2, $3, $4, $5, true, $6)',
      [id, surel, nama, tersimpan, operator, dibuat],
    );
    const sasaran = { jenis: 'pengguna', id, nama };
    await audit.catat(operator ? 'operator.buat' : 'pengguna.undang', {
      instansiId: null,
      sasaran,
      sebelum: null,
      sesudah: { surel, nama },
    });
  }
  for (const { id, nama, peran } of orang) {
    for (const p of peran) await beriPeran(transaksi, audit, { penggunaId: id, nama, ...p }, kini);
  }
}

async function beriPeran(
  transaksi: Transaksi,
  audit: AuditService,
  isi: PeranContoh & { penggunaId: string; nama: string },
  kini: Date,
): Promise<void> {
  const ada = await transaksi.sebagaiSistem(PEMBUAT, isi.instansi, async (instansiId, manager) => {
    const id = randomUUID();
    const mulai = hariIniDi('Asia/Jakarta', kini);
    const [unit] = await manager.query<{ id: string; nama: string }[]>(
      'SELECT id, nama FROM unit WHERE instansi_id = $1 AND kode = $2',
      [instansiId, isi.unit ?? null],
    );
    await manager.query(
      'INSERT INTO peran (id, instansi_id, pengguna_id, peran, unit_id, mulai) VALUES ($1, $2, $3, $4, $5, $6)',
      [id, instansiId, isi.penggunaId, isi.peran, unit?.id ?? null, mulai],
    );
    await audit.catat('peran.beri', {
      instansiId,
      sasaran: { jenis: 'peran', id, nama: `${NAMA_PERAN[isi.peran]}: ${isi.nama}` },
      sebelum: null,
      sesudah: { penggunaId: isi.penggunaId, peran: isi.peran, unit: unit?.nama ?? null, mulai, selesai: null, dasar: null },
    });
    return true;
  });
  if (!ada) throw new Error(`Instansi contoh ${isi.instansi} tidak ada`);
}
