import { Readable } from 'node:stream';
import type { CatatanAudit } from '../../audit/audit.query';
import { AWAL_CSV, barisCsv } from '../../shared/csv';
import { waktuIndonesia } from '../../shared/tanggal';
import { namaDaftarPeran, namaPeristiwa, perubahan } from './log-audit.view';

const KEPALA = ['Nomor', 'Waktu', 'Waktu UTC', 'Pelaku', 'Jabatan', 'Peran', 'Kode peristiwa', 'Peristiwa', 'Jenis sasaran', 'Sasaran', 'Perubahan', 'Alasan', 'Alamat IP', 'Peramban']; // prettier-ignore

/**
 * The log as a CSV file that is read from the database only as fast as it is taken, so that its length does not matter.
 * @param ambil the entries after a number, oldest first
 */
export function aliranLogAudit(zona: string, ambil: (sesudah: number) => Promise<readonly CatatanAudit[]>): Readable {
  return Readable.from(csvLogAudit(zona, ambil), { highWaterMark: 1 });
}

async function* csvLogAudit(zona: string, ambil: (sesudah: number) => Promise<readonly CatatanAudit[]>): AsyncGenerator<string> {
  yield AWAL_CSV + barisCsv(KEPALA);
  for (let daftar = await ambil(0); daftar.length > 0; daftar = await ambil(daftar.at(-1)?.nomor ?? 0)) {
    yield daftar.map((c) => baris(c, zona)).join('');
  }
}

function baris(c: CatatanAudit, zona: string): string {
  const ubah = perubahan(c.sebelum, c.sesudah).map(({ nama, lama, baru }) =>
    lama === null ? `${nama}: ${baru ?? ''}` : `${nama}: ${lama} → ${baru ?? ''}`,
  );
  return barisCsv([
    c.nomor,
    waktuIndonesia(zona, c.waktu),
    c.waktu.toISOString(),
    c.nama,
    c.jabatan,
    namaDaftarPeran(c.peran),
    c.peristiwa,
    namaPeristiwa(c.peristiwa),
    c.sasaranJenis,
    c.sasaranNama,
    ubah.join('\n'),
    c.alasan,
    c.ip,
    c.agen,
  ]);
}
