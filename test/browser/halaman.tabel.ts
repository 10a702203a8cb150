/*
 * Every GET route of the application: who looks at its page and what its parameters stand for, or why it is no page.
 * aksesibilitas.spec.ts opens each of them, and fails for a route that is missing here.
 *
 *   DASBOR     an example agency with surveys and plans
 *   LEMBAGA    a small agency with something in every table
 *   IMPOR      a draft survey with a file of answers on its way in
 */
export const PENGUNJUNG = [
  'tamu',
  'pelapor',
  'inspektur',
  'admin',
  'koordinator',
  'pimpinan',
  'operator',
  'totp',
  'daftarTotp',
] as const;
export type Pengunjung = (typeof PENGUNJUNG)[number];

const BUKAN_HALAMAN = null;
const DASBOR = { instansi: 'KASN', survei: 'SKM-2024', rencana: 'RTL-2023', kegiatan: '3.2' };
const LEMBAGA = {
  instansi: 'SATU',
  unit: 'ANAK',
  jabatan: '#',
  penugasan: '#',
  peran: '#',
  mutasi: '#',
  orang: '#',
  undangan: '#',
};

export interface Kunjungan {
  readonly oleh: Pengunjung;
  /** `#`: the test knows the id */
  readonly isi?: Readonly<Record<string, string>>;
  /** files of ours that the page runs, in their order; any other page has no script */
  readonly skrip?: readonly string[];
}

const TANPA_ISI = (oleh: Pengunjung): Kunjungan => ({ oleh });
const lembaga = (oleh: Pengunjung = 'admin'): Kunjungan => ({ oleh, isi: LEMBAGA });
const dasbor = (oleh: Pengunjung = 'inspektur'): Kunjungan => ({ oleh, isi: DASBOR });
const LAPORAN = '/instansi/:instansi/rencana/:rencana/kegiatan/:kegiatan/laporan/:periode';
const laporan = (oleh: Pengunjung = 'koordinator'): Kunjungan => ({
  oleh,
  isi: { instansi: 'SATU', rencana: 'R', kegiatan: 'K', periode: '2025-TW1', putaran: '1' },
});
const RENCANA = '/instansi/:instansi/rencana/:rencana';
/** A plan that is ditetapkan, with an addendum that waits. */
const tetap = (oleh: Pengunjung): Kunjungan => ({
  oleh,
  isi: { instansi: 'SATU', rencana: 'R', kegiatan: 'K', usulan: '#', jenis: 'diganti' },
});
const DRAF = { instansi: 'SATU', rencana: 'D', kegiatan: 'D-01', unsur: 'A' };
const draf = (oleh: Pengunjung): Kunjungan => ({ oleh, isi: { ...DRAF, prioritas: '#' } });
const ORGANISASI = '/instansi/:instansi/organisasi';
const SARAN = '/instansi/:instansi/survei/:survei/saran';
const impor = (oleh: Pengunjung = 'koordinator'): Kunjungan => ({ oleh, isi: { instansi: 'IMPOR', survei: 'DRAF', impor: '#' } });
const instrumen = (oleh: Pengunjung): Kunjungan => ({ oleh, isi: { instansi: 'SATU', instrumen: 'SENDIRI' } });
const saran = (oleh: Pengunjung = 'koordinator'): Kunjungan => ({ oleh, isi: { instansi: 'SATU', survei: 'S', saran: '1' } });

export const HALAMAN: Readonly<Record<string, Kunjungan | null>> = {
  '/': TANPA_ISI('inspektur'),
  '/akun': TANPA_ISI('inspektur'),
  '/akun/totp': TANPA_ISI('pelapor'),
  '/aset/:berkas': BUKAN_HALAMAN,
  '/atur-ulang/:token': { oleh: 'tamu', isi: { token: '#' } },
  '/audit': TANPA_ISI('operator'),
  '/audit.csv': BUKAN_HALAMAN,
  '/favicon.ico': BUKAN_HALAMAN,
  '/instalasi': TANPA_ISI('operator'),
  '/instalasi/admin-pertama/:kode': { oleh: 'operator', isi: { kode: 'SATU' } },
  '/instalasi/akun': TANPA_ISI('operator'),
  '/instalasi/akun/:akun': { oleh: 'operator', isi: { akun: '#' } },
  '/instalasi/instansi-baru': TANPA_ISI('operator'),
  '/instansi/:instansi': dasbor(),
  '/instansi/:instansi/audit': lembaga(),
  '/instansi/:instansi/audit.csv': BUKAN_HALAMAN,
  '/instansi/:instansi/cara-masuk': lembaga(),
  [ORGANISASI]: lembaga(),
  [`${ORGANISASI}/jabatan`]: lembaga(),
  [`${ORGANISASI}/jabatan-baru`]: lembaga(),
  [`${ORGANISASI}/jabatan/:jabatan`]: lembaga(),
  [`${ORGANISASI}/jabatan/:jabatan/nama`]: lembaga(),
  [`${ORGANISASI}/jabatan/:jabatan/tugaskan`]: lembaga(),
  [`${ORGANISASI}/jabatan/:jabatan/tutup`]: lembaga(),
  [`${ORGANISASI}/logo`]: BUKAN_HALAMAN,
  [`${ORGANISASI}/mutasi`]: lembaga(),
  [`${ORGANISASI}/mutasi-baru`]: lembaga(),
  [`${ORGANISASI}/mutasi/:mutasi`]: lembaga(),
  [`${ORGANISASI}/mutasi/:mutasi/waris`]: lembaga(),
  [`${ORGANISASI}/orang`]: lembaga(),
  [`${ORGANISASI}/orang-baru`]: lembaga(),
  [`${ORGANISASI}/orang/:orang`]: lembaga(),
  [`${ORGANISASI}/orang/:orang/keluarkan`]: lembaga(),
  [`${ORGANISASI}/orang/:orang/tautan`]: lembaga(),
  [`${ORGANISASI}/orang/:orang/totp`]: lembaga(),
  [`${ORGANISASI}/pengaturan`]: lembaga(),
  [`${ORGANISASI}/pengaturan/aturan`]: lembaga(),
  [`${ORGANISASI}/pengaturan/logo`]: lembaga(),
  [`${ORGANISASI}/pengaturan/logo/lepas`]: lembaga(),
  [`${ORGANISASI}/pengaturan/ubah`]: lembaga(),
  [`${ORGANISASI}/penugasan/:penugasan/akhiri`]: lembaga(),
  [`${ORGANISASI}/peran`]: lembaga(),
  [`${ORGANISASI}/peran-baru`]: lembaga(),
  [`${ORGANISASI}/peran/:peran/akhiri`]: lembaga(),
  [`${ORGANISASI}/undangan/:undangan/tarik`]: lembaga(),
  [`${ORGANISASI}/undangan/:undangan/tautan`]: lembaga(),
  [`${ORGANISASI}/unit-baru`]: lembaga(),
  [`${ORGANISASI}/unit/:unit`]: lembaga(),
  [`${ORGANISASI}/unit/:unit/gabung`]: lembaga(),
  [`${ORGANISASI}/unit/:unit/nama`]: lembaga(),
  [`${ORGANISASI}/unit/:unit/nonaktif`]: lembaga(),
  [`${ORGANISASI}/unit/:unit/pindah`]: lembaga(),
  '/instansi/:instansi/kelompok-unit': lembaga('koordinator'),
  '/instansi/:instansi/kelompok-unit/:kelompok': { oleh: 'koordinator', isi: { instansi: 'SATU', kelompok: '#' } },
  '/instansi/:instansi/kelompok-unit/baru': lembaga('koordinator'),
  '/instansi/:instansi/rencana': dasbor('pelapor'),
  '/instansi/:instansi/tidak-dapat': lembaga('pimpinan'),
  '/instansi/:instansi/triwulan': lembaga('koordinator'),
  '/instansi/:instansi/triwulan/:periode': { oleh: 'koordinator', isi: { instansi: 'SATU', periode: '2025-TW1' } },
  '/instansi/:instansi/kirim-gabungan': lembaga('koordinator'),
  '/instansi/:instansi/kirim-gabungan/:kunci': { oleh: 'koordinator', isi: { instansi: 'SATU', kunci: 'k' } },
  '/instansi/:instansi/tugas': lembaga('koordinator'),
  '/instansi/:instansi/verifikasi': { ...lembaga('inspektur'), skrip: ['antrean'] },
  '/instansi/:instansi/rencana-baru': lembaga('koordinator'),
  [`${RENCANA}/adendum`]: tetap('pimpinan'),
  [`${RENCANA}/adendum-baru`]: tetap('koordinator'),
  [`${RENCANA}/adendum/:usulan/setujui`]: tetap('pimpinan'),
  // Only for who proposed it; the page is the same form as tolak.
  [`${RENCANA}/adendum/:usulan/tarik`]: BUKAN_HALAMAN,
  [`${RENCANA}/adendum/:usulan/tolak`]: tetap('pimpinan'),
  [`${RENCANA}/ajukan`]: draf('koordinator'),
  [`${RENCANA}/awal`]: tetap('pimpinan'),
  [`${RENCANA}/buku-kerja`]: draf('koordinator'),
  [`${RENCANA}/buku-kerja.xlsx`]: BUKAN_HALAMAN,
  [`${RENCANA}/kegiatan-baru`]: draf('koordinator'),
  [`${RENCANA}/kegiatan/:kegiatan/adendum/:jenis`]: tetap('koordinator'),
  [`${RENCANA}/kegiatan/:kegiatan/hapus`]: draf('koordinator'),
  [`${RENCANA}/kegiatan/:kegiatan/ubah`]: draf('koordinator'),
  [`${RENCANA}/kembalikan`]: draf('pimpinan'),
  [`${RENCANA}/prioritas`]: draf('koordinator'),
  [`${RENCANA}/prioritas-baru`]: draf('koordinator'),
  [`${RENCANA}/prioritas-lanjutan`]: draf('pimpinan'),
  [`${RENCANA}/prioritas-lewati/:unsur`]: draf('koordinator'),
  [`${RENCANA}/prioritas/:prioritas/gabung`]: draf('koordinator'),
  [`${RENCANA}/prioritas/:prioritas/keluarkan`]: draf('koordinator'),
  [`${RENCANA}/prioritas/:prioritas/ubah`]: draf('koordinator'),
  [`${RENCANA}/susunan`]: draf('koordinator'),
  [`${RENCANA}/tarik`]: draf('koordinator'),
  [`${RENCANA}/tempel`]: draf('koordinator'),
  [`${RENCANA}/tetapkan`]: draf('pimpinan'),
  [`${RENCANA}/ubah`]: draf('koordinator'),
  [`${RENCANA}/uji/:uji`]: { oleh: 'koordinator', isi: { instansi: 'SATU', rencana: 'R', uji: '#' } },
  [`${RENCANA}/uji/:uji/galat.xlsx`]: BUKAN_HALAMAN,
  '/instansi/:instansi/rencana/:rencana': dasbor(),
  '/instansi/:instansi/rencana/:rencana/kegiatan/:kegiatan': dasbor('pelapor'),
  [LAPORAN]: laporan(),
  [`${LAPORAN}/bukti`]: laporan(),
  [`${LAPORAN}/unggahan/:unggahan`]: BUKAN_HALAMAN,
  [`${LAPORAN}/cabut`]: laporan('inspektur'),
  [`${LAPORAN}/tidak-dapat`]: BUKAN_HALAMAN,
  [`${LAPORAN}/tidak-dapat/cabut`]: BUKAN_HALAMAN,
  [`${LAPORAN}/tanda-terima/:putaran`]: laporan(),
  [`${LAPORAN}/tanda-terima/:putaran/cetak.pdf`]: BUKAN_HALAMAN,
  '/instansi/:instansi/rencana/:rencana/laporan.pdf': BUKAN_HALAMAN,
  '/instansi/:instansi/instrumen': dasbor('koordinator'),
  '/instansi/:instansi/instrumen-baru': dasbor('koordinator'),
  '/instansi/:instansi/instrumen/:instrumen': instrumen('admin'),
  '/instansi/:instansi/instrumen/:instrumen/ubah': BUKAN_HALAMAN,
  '/instansi/:instansi/instrumen/:instrumen/versi-baru': instrumen('koordinator'),
  '/instansi/:instansi/survei': dasbor('koordinator'),
  '/instansi/:instansi/survei-baru': dasbor('koordinator'),
  '/instansi/:instansi/survei-layanan': dasbor('pelapor'),
  '/instansi/:instansi/survei-layanan.csv': BUKAN_HALAMAN,
  '/instansi/:instansi/survei-profil': dasbor('koordinator'),
  '/instansi/:instansi/survei-tren': dasbor('pelapor'),
  '/instansi/:instansi/survei-tren.csv': BUKAN_HALAMAN,
  '/instansi/:instansi/rencana/:rencana/matriks.csv': BUKAN_HALAMAN,
  '/instansi/:instansi/rencana/:rencana/matriks.xlsx': BUKAN_HALAMAN,
  '/instansi/:instansi/survei/:survei': dasbor('pelapor'),
  '/instansi/:instansi/survei/:survei/batalkan': impor(),
  '/instansi/:instansi/survei/:survei/buka-kembali': dasbor('koordinator'),
  '/instansi/:instansi/survei/:survei/hasil': impor(),
  // Only of a cancelled survey; the page is the same form as cancelling.
  '/instansi/:instansi/survei/:survei/pulihkan': BUKAN_HALAMAN,
  '/instansi/:instansi/survei/:survei/riwayat': impor(),
  '/instansi/:instansi/survei/:survei/tetapkan': impor(),
  '/instansi/:instansi/survei/:survei/ubah': impor(),
  '/instansi/:instansi/survei/:survei/hapus-jawaban': impor(),
  '/instansi/:instansi/survei/:survei/impor': impor(),
  '/instansi/:instansi/survei/:survei/impor/:impor': impor(),
  '/instansi/:instansi/bukti/:bukti': BUKAN_HALAMAN,
  '/instansi/:instansi/bukti/:bukti/kecil': BUKAN_HALAMAN,
  '/instansi/:instansi/survei/:survei/impor/:impor/ditolak.csv': BUKAN_HALAMAN,
  '/instansi/:instansi/survei/:survei/impor/:impor/kolom': impor(),
  [SARAN]: saran(),
  [`${SARAN}.csv`]: BUKAN_HALAMAN,
  [`${SARAN}/:saran`]: saran(),
  [`${SARAN}/:saran/kaitkan`]: saran(),
  [`${SARAN}/:saran/kegiatan-baru`]: saran(),
  [`${SARAN}/:saran/prioritas-baru`]: saran(),
  [`${SARAN}/tambah`]: saran(),
  [`${SARAN}/terbit`]: saran('admin'),
  [`${SARAN}/tetapkan`]: saran(),
  '/instansi/:instansi/survei/:survei/tabel/:tabel': BUKAN_HALAMAN,
  '/lupa-sandi': TANPA_ISI('tamu'),
  '/masuk': TANPA_ISI('tamu'),
  // These lead on to a provider, or back from one.
  '/masuk/oidc/:penyedia': BUKAN_HALAMAN,
  '/masuk/oidc/:penyedia/kembali': BUKAN_HALAMAN,
  '/masuk/totp': TANPA_ISI('totp'),
  '/sehat': BUKAN_HALAMAN,
  '/t/:token': { oleh: 'tamu', isi: { token: '#' }, skrip: ['telepon', 'unggah'] },
  '/t/:token/unggahan/:unggahan': BUKAN_HALAMAN,
  '/undangan-peran/:token': { oleh: 'tamu', isi: { token: '#' } },
  '/undangan/:token': { oleh: 'tamu', isi: { token: '#' } },
};

/** Other states of those pages, and the pages of errors. */
export const KEADAAN: readonly (readonly [alamat: string, oleh: Pengunjung, status: number])[] = [
  ['/?q=tidak-ada', 'inspektur', 200],
  ['/instansi/KASN?tw=2020-TW1', 'inspektur', 200],
  ['/instansi/KASN?tw=2023-TW4', 'pelapor', 200],
  ['/instansi/KASN/rencana/RTL-2023?tw=2024-TW2&status=belum-melapor', 'inspektur', 200],
  ['/instansi/KASN/rencana/RTL-2023/kegiatan/3.2?tw=2023-TW4', 'inspektur', 200],
  ['/instansi/SATU/audit?dari=2999-01-01', 'admin', 200],
  ['/instansi/KASN/organisasi', 'pelapor', 200],
  ['/instansi/KASN/organisasi?q=tidak-ada', 'pelapor', 200],
  ['/instansi/KASN/organisasi/peran?bagian=pelapor', 'inspektur', 200],
  // Without an admin: the form that appoints one.
  ['/instalasi/admin-pertama/KANREG-X-BKN', 'operator', 200],
  ['/instansi/SATU/rencana/R/kegiatan/K/adendum/digeser', 'koordinator', 200],
  ['/instansi/SATU/rencana/R/kegiatan/K/adendum/dibatalkan', 'koordinator', 200],
  ['/instansi/SATU/rencana/R/susunan', 'koordinator', 200],
  ['/instansi/SATU/rencana/R/buku-kerja', 'koordinator', 200],
  ['/instansi/SATU/rencana/D/adendum', 'koordinator', 200],
  ['/instansi/SATU/rencana/D/awal', 'koordinator', 200],
  ['/masuk?pesan=keluar', 'tamu', 200],
  ['/masuk/totp', 'daftarTotp', 200],
  ['/undangan/salah', 'tamu', 410],
  ['/instansi/KASN/audit', 'pelapor', 403],
  ['/instansi/SATU', 'pelapor', 404],
  ['/tidak-ada', 'tamu', 404],
  ['/%zz', 'tamu', 400],
];
