import type { PerubahanRencana } from '../rtl/awal/rencana-awal.service';
import type { IsiAdendum } from '../rtl/adendum/isi-adendum';
import type { Kegiatan, Rencana } from '../rtl/rtl.rules';
import type { BerkasLaporan } from './berkas.query';
import { siapkanBahan } from './bahan.model';
import { Penomoran } from './dokumen.model';
import { bagianPerubahan } from './perubahan.model';

const kegiatan = (kode: string, jadwal = ['2026-TW2']): Kegiatan => ({ kode, uraian: `Kegiatan ${kode}`, jadwal, penanggungJawab: [{ unit: 'A' }] }); // prettier-ignore
const rencana = (isi: readonly Kegiatan[]): Rencana => ({
  ...{ kode: 'R', judul: 'Rencana', satuanJadwal: 'triwulan', status: 'ditetapkan' },
  prioritas: [{ no: 1, judul: 'Satu', unsur: [], kegiatan: isi }],
});
const lain = { unsur: null, buktiDiharapkan: [] };
const adendum = (nomor: number, isi: IsiAdendum): PerubahanRencana['adendum'][number] => ({
  ...{ nomor, isi, alasan: `sebab ${nomor}.`, tanggal: '2026-03-01', penyetujuNama: 'Siti', penyetujuJabatan: 'Sekretaris' },
});

function bagian(berlaku: readonly Kegiatan[], perubahan: PerubahanRencana | null) {
  const berkas: BerkasLaporan = {
    instansi: { kode: 'X', nama: 'Dinas X', singkatan: 'DX', kota: 'Ambon', zonaWaktu: 'Asia/Jayapura' },
    unit: [{ kode: 'A', nama: 'Bidang A', jenis: 'bidang' }],
    ...{ instrumen: [], survei: [], rencana: rencana(berlaku), rencanaLain: [], realisasi: [], laporan: [] },
  };
  const bahan = siapkanBahan(berkas, 'hasil-tindak-lanjut', '2026-11-21', { perubahan });
  return bagianPerubahan(bahan, new Penomoran(), { id: 'perubahan', ke: null });
}

const teks = (potongan: readonly { teks: string }[] | null) => (potongan ?? []).map((p) => p.teks).join('');

test('tanpa adendum tidak ada bagiannya', () => {
  expect(bagian([kegiatan('1')], null)).toBeNull();
  expect(bagian([kegiatan('1')], { awal: rencana([kegiatan('1')]), adendum: [] })).toBeNull();
});

test('satu baris tiap kegiatan yang berubah: awal, yang berlaku lewat semua penggantinya, dan setiap adendumnya', () => {
  const awal = rencana(['1', '2', '3', '4'].map((k) => kegiatan(k)));
  const perubahan = {
    awal,
    adendum: [
      adendum(1, { jenis: 'digeser', kegiatan: '1', jadwal: ['2026-TW4'] }),
      adendum(2, { jenis: 'diganti', kegiatan: '2', pengganti: kegiatan('5'), ...lain }),
      adendum(3, { jenis: 'dibatalkan', kegiatan: '3' }),
      adendum(4, { jenis: 'tambahan', prioritas: 1, kegiatan: kegiatan('6'), ...lain }),
      adendum(5, { jenis: 'digeser', kegiatan: '5', jadwal: ['2027-TW1'] }),
    ],
  };
  const hasil = bagian([kegiatan('1', ['2026-TW4']), kegiatan('5', ['2027-TW1']), kegiatan('4'), kegiatan('6')], perubahan);
  expect(hasil?.baris.map((b) => [b.awal.kode, b.berlaku.kode, b.adendum.map((a) => a.nomor.split(',')[0])])).toEqual([
    ['1', '1', ['Adendum 1']],
    ['2', '5', ['Adendum 2', 'Adendum 5']],
    ['3', null, ['Adendum 3']],
    [null, '6', ['Adendum 4']],
  ]);
  expect([teks(hasil?.baris[1]?.berlaku.rincian ?? null), teks(hasil?.baris[2]?.berlaku.uraian ?? null)]).toEqual([
    'Jadwal: 2027: TW I. Penanggung jawab: Bidang A.',
    'Dibatalkan; tidak dilaksanakan lagi.',
  ]);
  expect(hasil?.baris[0]?.adendum.map((a) => [a.nomor, teks(a.teks), a.penyetuju])).toEqual([
    ['Adendum 1, 1 Maret 2026', 'Digeser: sebab 1.', 'Disetujui Siti, Sekretaris.'],
  ]);
  expect(hasil?.kalimat).toContain('ditetapkan dengan empat kegiatan, rencana diubah dengan lima adendum');
});
