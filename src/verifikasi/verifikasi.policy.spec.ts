import { PERAN, type Pelaku, type Peran } from '../auth/pelaku';
import type { LaporanKini, TempatLapor } from '../progres/lapor/tempat-lapor';
import type { StatusPelaksanaan } from '../progres/progres.rules';
import { putusanTerbuka } from './verifikasi.policy';

type Bahan = Parameters<typeof putusanTerbuka>[0];

const KASN = 'instansi-kasn';
const instansi = { id: KASN } as TempatLapor['instansi'];
const kegiatan: TempatLapor['kegiatan'] = {
  ...{ id: 'k', kode: 'RTL-01', uraian: 'Menata loket', keluaran: null, indikator: null, keadaan: 'berlaku' },
};
const laporan: LaporanKini = { id: 'l', keadaan: 'diajukan', putaran: 1, versi: 2, sejak: new Date(0) };

const pelaku = (peran: readonly Peran[], unitId: string | null = null, instansiId = KASN): Pelaku => ({
  ...{ penggunaId: 'saya', nama: 'Siti', surel: 'siti@kasn.go.id', operator: false, sesiId: 'sesi', instansi: [] },
  peran: peran.map((p) => ({ instansiId, peran: p, unitId })),
});
const terbuka = (p: Pelaku, lain: Partial<Bahan> = {}, klaim: StatusPelaksanaan = 'sudah', pelapor = ['orang-lain']) =>
  putusanTerbuka({ pelaku: p, instansi, kegiatan, laporan, ...lain }, { klaim, pelapor }).map((l) => l.tindakan);

test('yang memutus: koordinator dan inspektur seluruh instansi; yang tidak dapat dilaksanakan: pimpinan', () => {
  expect(PERAN.filter((p) => terbuka(pelaku([p])).length > 0)).toEqual(PERAN.filter((p) => p === 'koordinator' || p === 'inspektur')); // prettier-ignore
  expect(PERAN.filter((p) => terbuka(pelaku([p]), {}, 'tidak_dapat').length > 0)).toEqual(['pimpinan']);
});

test('peran untuk satu unit, atau di instansi lain, tidak cukup', () => {
  expect(terbuka(pelaku(['koordinator'], 'biro'))).toEqual([]);
  expect(terbuka(pelaku(['koordinator', 'inspektur'], null, 'instansi-bkn'))).toEqual([]);
});

test('tidak seorang pun memutus pekerjaannya sendiri, apa pun perannya yang lain', () => {
  expect(terbuka(pelaku(PERAN), {}, 'sudah', ['orang-lain', 'saya'])).toEqual([]);
  expect(terbuka(pelaku(PERAN)).length).toBeGreaterThan(0);
});

test('laporan kegiatan yang dikeluarkan adendum, dan yang belum ada, tidak diputuskan', () => {
  expect(terbuka(pelaku(['inspektur']), { kegiatan: { ...kegiatan, keadaan: 'dibatalkan' } })).toEqual([]);
  expect(terbuka(pelaku(['inspektur']), { laporan: null })).toEqual([]);
});
