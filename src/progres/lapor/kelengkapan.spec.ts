import { periksaKelengkapan, samaDenganLalu, type BahanPengajuan } from './kelengkapan';
import type { IsianKini } from './isian.service';
import type { MedanLaporan } from './medan-laporan';

const isian = (isi: Readonly<Partial<Record<MedanLaporan, string>>>, bagian = 'utama'): IsianKini[] =>
  Object.entries(isi).map(([medan, nilai]) => ({
    ...{ bagian, medan: medan as MedanLaporan, nilai, versi: 1, olehNama: 'Rina', olehId: null, pada: new Date(0) },
  }));
const pejabat = { id: 'p', penggunaId: 'x', nama: 'Budi', jabatan: 'Plt. Kepala Bagian' };
const bahan = (isi: Readonly<Partial<Record<MedanLaporan, string>>>, lain: Partial<BahanPengajuan> = {}): BahanPengajuan => ({
  ...{ isian: isian(isi), bukti: [], pejabat: [pejabat], pendukung: [], hariIni: '2024-07-05' },
  ...lain,
});
const bukti = (surat: boolean): BahanPengajuan['bukti'][number] => ({
  ...{ id: 'b', bagian: 'utama', diharapkan: null, jenis: 'dokumen', sha256: 'a', url: null, nama: 'sk.pdf', keterangan: null },
  ...{ tanggal: null, surat, menggantikanId: null, cara: 'formulir', olehNama: 'Rina', pada: new Date(0), dilepas: null },
  ...{ ukuran: 10, jenisBerkas: 'application/pdf', adaKecil: false, waktuFoto: null, adaTempatFoto: false },
});
const kurang = (b: BahanPengajuan) => periksaKelengkapan(b).kurang.map((k) => k.medan);

describe('periksaKelengkapan', () => {
  it.each<[string, BahanPengajuan, string[]]>([
    ['nothing at all', bahan({}), ['status']],
    ['sudah', bahan({ status: 'sudah', deskripsi: ' ' }), ['deskripsi', 'bukti-utama']],
    ['sebagian', bahan({ status: 'sebagian' }), ['hambatan', 'tindakLanjutBerikut']],
    ['tidak dapat', bahan({ status: 'tidak_dapat', alasan: 'lain' }), ['alasan', 'bukti-utama']],
    ['a letter is no evidence', bahan({ status: 'sudah', deskripsi: 'x' }, { bukti: [bukti(true)] }), ['bukti-utama']],
    ['all of it', bahan({ status: 'tidak_dapat', alasan: 'anggaran' }, { bukti: [bukti(true)] }), []],
    [
      'days',
      bahan({ status: 'belum', hambatan: 'x', tindakLanjutBerikut: 'x', mulai: 'Mei 2024', selesai: 'April 2024' }),
      ['selesai'],
    ],
    ['days to come', bahan({ status: 'belum', hambatan: 'x', tindakLanjutBerikut: 'x', mulai: 'Agustus 2024' }), ['mulai']],
    [
      'several officers',
      bahan({ status: 'belum', hambatan: 'x', tindakLanjutBerikut: 'x' }, { pejabat: [pejabat, { ...pejabat, id: 'q' }] }),
      ['penugasan'],
    ],
    [
      'a substitute without a reason',
      bahan({ status: 'belum', hambatan: 'x', tindakLanjutBerikut: 'x', kegiatanPengganti: 'y' }),
      ['alasanPengganti'],
    ],
  ])('%s', (_, b, medan) => expect(kurang(b)).toEqual(medan));

  it('freezes what the choice asks for, with what pendukung units added', () => {
    const unit = { id: 'u', kiniId: 'u', instansiId: 'i', jalur: ['u'], kode: 'HUKUM', nama: 'Bagian Hukum', singkatan: null };
    const { isi, atasNama } = periksaKelengkapan(
      bahan(
        {},
        {
          pendukung: [unit],
          bukti: [bukti(false)],
          isian: [
            ...isian({
              status: 'sudah',
              deskripsi: 'Selesai.',
              tindakLanjutBerikut: 'lama',
              alasan: 'anggaran',
              mulai: '8 Mei 2024',
            }),
            ...isian({ uraian: 'Telaah.' }, 'u'),
          ],
        },
      ),
    );
    expect(isi).toEqual({
      ...{ status: 'sudah', deskripsi: 'Selesai.', mulai: '2024-05-08' },
      kontribusi: [{ unit: 'HUKUM', nama: 'Bagian Hukum', uraian: 'Telaah.', oleh: 'Rina' }],
      bukti: [{ id: 'b', bagian: 'utama', jenis: 'dokumen', nama: 'sk.pdf', berkas: 'sk.pdf', sha256: 'a', ukuran: 10 }],
    });
    expect(atasNama).toEqual({ nama: 'Budi', jabatan: 'Plt. Kepala Bagian', penugasanId: 'p' });
  });
});

describe('samaDenganLalu', () => {
  const isi = { status: 'sebagian', deskripsi: 'Dibahas  bersama.', kontribusi: [], bukti: [] } as const;
  it.each([
    [true, { status: 'sebagian', deskripsi: 'dibahas bersama.', hambatan: '' }],
    [false, { status: 'sudah', deskripsi: 'Dibahas bersama.' }],
    [false, { status: 'sebagian', deskripsi: 'Dibahas bersama.', hambatan: 'Ruang' }],
    [false, null],
  ] as const)('%s', (sama, lalu) => expect(samaDenganLalu(isi, lalu)).toBe(sama));
});
