import type { CatatanAudit } from '../../audit/audit.query';
import type { IsiAudit } from '../../audit/bentuk-peristiwa';
import { potong } from '../../shared/tampilan/penomoran';
import { logAuditView, perubahan, type Perubahan } from './log-audit.view';

const ID = 'f7f93be5-72e8-40db-9cbe-c8ec3a7e8998';

function catatan(sebelum: IsiAudit | null, sesudah: IsiAudit | null): CatatanAudit {
  return {
    ...{ nomor: 1, waktu: new Date(0), peristiwa: 'peran.beri', penggunaId: null, nama: 'Siti', jabatan: null, peran: [] },
    ...{ sasaranJenis: 'peran', sasaranNama: 'Pelapor: Rina', sebelum, sesudah, alasan: null, ip: null, agen: null },
  };
}

/** The changes as the page shows them. */
function halaman(sebelum: IsiAudit | null, sesudah: IsiAudit | null): readonly Perubahan[] {
  const { baris } = logAuditView({
    ...{ instansi: null, zona: 'Asia/Jakarta', daftar: [catatan(sebelum, sesudah)], pilihan: { pelaku: [], peristiwa: [] } },
    saringan: { oleh: '', peristiwa: '', dari: '', sampai: '' },
    ...{ diabaikan: [], potongan: potong(1, 50, ''), bolehEkspor: false },
    sekarang: new Date(0),
  }) as { baris: readonly { perubahan: readonly Perubahan[] }[] };
  return baris[0]?.perubahan ?? [];
}

const PERAN = { penggunaId: ID, peran: 'penanggung_jawab', unit: null, mulai: '2026-11-21', selesai: '2027-01-01', dasar: '' };

it('halaman: tanpa ID dan isian kosong; tanggal dan peran seperti di tempat lain; masa sampai hari terakhirnya', () => {
  expect(halaman(null, PERAN)).toEqual([
    { nama: 'peran', lama: null, baru: 'Penanggung jawab' },
    { nama: 'mulai', lama: null, baru: '21 November 2026' },
    { nama: 'hari terakhir', lama: null, baru: '31 Desember 2026' },
  ]);
});

it('yang dikosongkan, atau tadinya kosong, tetap tampak', () => {
  expect(halaman({ selesai: null, situs: 'a.go.id' }, { selesai: '2026-11-22', situs: null })).toEqual([
    { nama: 'hari terakhir', lama: '–', baru: '21 November 2026' },
    { nama: 'situs', lama: 'a.go.id', baru: '–' },
  ]);
  expect(halaman({ totpWajib: [] }, { totpWajib: ['admin', 'inspektur'] })).toEqual([
    { nama: 'totp wajib', lama: '–', baru: 'Admin; Inspektur' },
  ]);
});

it('ID klien penyedia bukan rujukan, dan tanggal yang bukan tanggal dibiarkan', () => {
  expect(halaman(null, { klienId: ID, mulai: '2026-99-99', selesai: '2026-99-99' })).toEqual([
    { nama: 'klien id', lama: null, baru: ID },
    { nama: 'mulai', lama: null, baru: '2026-99-99' },
    { nama: 'hari terakhir', lama: null, baru: '2026-99-99' },
  ]);
});

it('ekspor menyimpan semuanya seperti tercatat', () => {
  expect(perubahan(null, PERAN)).toContainEqual({ nama: 'pengguna id', lama: null, baru: ID });
  expect(perubahan(null, PERAN)).toContainEqual({ nama: 'selesai', lama: null, baru: '2027-01-01' });
});
