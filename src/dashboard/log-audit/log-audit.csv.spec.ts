import type { CatatanAudit } from '../../audit/audit.query';
import { aliranLogAudit } from './log-audit.csv';

const catatan = (nomor: number): CatatanAudit => ({
  nomor,
  waktu: new Date(0),
  peristiwa: 'masuk.berhasil',
  penggunaId: null,
  nama: 'Siti',
  jabatan: null,
  peran: [],
  sasaranJenis: 'pengguna',
  sasaranNama: 'Siti',
  sebelum: null,
  sesudah: null,
  alasan: 'x'.repeat(200),
  ip: null,
  agen: null,
});

it('reads on only as fast as it is taken, and each entry once', async () => {
  const [SEMUA, SEKALI] = [20_000, 1000];
  let dibaca = 0;
  const ambil = (sesudah: number) => {
    const daftar = Array.from({ length: Math.min(SEKALI, SEMUA - sesudah) }, (_, i) => catatan(sesudah + i + 1));
    dibaca += daftar.length;
    return Promise.resolve(daftar);
  };
  const aliran = aliranLogAudit('Asia/Jakarta', ambil);
  let baris = 0;
  for await (const potongan of aliran as AsyncIterable<string>) {
    baris += potongan.split('\r\n').length - 1;
    // What waits between the database and a slow reader: a few pieces, however long the log is.
    expect(dibaca - baris).toBeLessThanOrEqual(3 * SEKALI);
  }
  expect([baris, dibaca]).toEqual([SEMUA + 1, SEMUA]);
});
