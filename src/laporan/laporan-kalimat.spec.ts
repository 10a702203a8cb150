import { INSTRUMEN_BAWAAN } from '../instrumen/instrumen.bawaan';
import type { AturanTertulis } from '../organisasi/aturan.rules';
import type { Realisasi } from '../progres/progres.rules';
import type { Prioritas } from '../rtl/rtl.rules';
import type { BerkasLaporan } from './berkas.query';
import { susunDokumen } from './laporan';
import type { JenisLaporan } from './laporan.rules';

const prioritas = (no: number, unsur: string[] = [], jumlahKegiatan = 1): Prioritas => ({
  no,
  judul: `Prioritas ke-${no}`,
  unsur,
  kegiatan: Array.from({ length: jumlahKegiatan }, (_, i) => ({
    kode: `${no}.${i + 1}`,
    uraian: `Kerja ${no}.${i + 1}`,
    jadwal: ['2025-TW1'],
    penanggungJawab: [{ kelompok: 'TU' }],
  })),
});

const lapor = (kegiatan: string, ubah: Partial<Realisasi> = {}): Realisasi => ({
  rencana: 'R',
  kegiatan,
  status: 'sudah',
  deskripsi: 'Selesai.',
  ...ubah,
});

interface Isi {
  readonly prioritas?: readonly Prioritas[];
  readonly realisasi?: readonly Realisasi[];
  readonly aturan?: AturanTertulis;
  /** NRR of U1, U2, …, or of an instrument of the agency's own */
  readonly nrr?: readonly number[];
  readonly instrumen?: string;
}

const SENDIRI = {
  kode: 'SENDIRI',
  nama: 'Instrumen Servqual',
  skala: { min: 1, maks: 4 },
  mutu: [
    { mutu: 'Prima', kinerja: 'Prima', min: 90 },
    { mutu: 'Cukup', kinerja: 'Cukup', min: 60 },
    { mutu: 'Rendah', kinerja: 'Rendah', min: 25 },
  ],
  unsur: Array.from({ length: 9 }, (_, i) => ({ kode: `U${i + 1}`, nama: `Dimensi ${i + 1}` })),
};

function berkas({ prioritas: daftar = [], realisasi = [], aturan, nrr, instrumen = 'PERMENPAN-14-2017' }: Isi): BerkasLaporan {
  const survei = {
    kode: 'S',
    judul: 'SKM',
    instrumen,
    periode: { jenis: 'tahun' as const, tahun: 2024 },
    tingkat: 'nrr' as const,
    unsur: (nrr ?? []).map((n, i) => ({ unsur: `U${i + 1}`, nrr: n })),
  };
  return {
    instansi: {
      kode: 'X',
      nama: 'Dinas X',
      singkatan: 'DX',
      kota: 'Palu',
      zonaWaktu: 'Asia/Makassar',
      ...(aturan ? { pengaturan: { realisasi: aturan } } : {}),
    },
    unit: [],
    instrumen: [...INSTRUMEN_BAWAAN, SENDIRI],
    survei: nrr ? [survei] : [],
    rencana: {
      kode: 'R',
      judul: 'RTL',
      satuanJadwal: 'triwulan',
      status: 'ditetapkan',
      prioritas: daftar,
      ...(nrr ? { survei: 'S' } : {}),
    },
    rencanaLain: [],
    realisasi,
    laporan: [],
  };
}

const KEGIATAN = { satuan: 'kegiatan', bobotSebagian: 0 } as const;

/** The text that a reader sees, in one line. */
function teks(isi: Isi, jenis: JenisLaporan = 'hasil-tindak-lanjut'): string {
  return susunDokumen(berkas(isi), { hariIni: '2026-11-21', jenis })
    .badan.replace(/<wbr>|<\/?(?:em|strong|span)\b[^>]*>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
}

const SELURUH = 'Seluruh rencana tindak lanjut, yaitu';

describe('kesimpulan tidak mengatakan lebih daripada persentasenya', () => {
  it('"seluruh" hanya bila setiap item bernilai 1', () => {
    expect(teks({ prioritas: [prioritas(1, [], 2)], realisasi: [lapor('1.1'), lapor('1.2')] })).toContain(
      `${SELURUH} dua kegiatan, telah ditindaklanjuti.`,
    );
  });

  it.each([
    [{ ...KEGIATAN, pengganti: 'tidak' }, { kegiatanPengganti: 'Lain' }, 'kegiatan pengganti tidak dihitung menurut aturan'],
    [{ ...KEGIATAN, dasar: 'terverifikasi' }, {}, 'belum terverifikasi'],
  ] as const)('menyebut apa yang menurut aturan tidak dihitung (%o)', (aturan, ubah, alasan) => {
    const isi = { prioritas: [prioritas(1)], realisasi: [lapor('1.1', ubah)], aturan };
    const htl = teks(isi);
    expect(htl).toContain('0,00% (0 dari 1 kegiatan');
    expect(htl).not.toContain(SELURUH);
    expect(htl).toContain('yang belum dihitung dalam realisasi menurut aturan, yaitu:');
    expect(htl).toContain(`Kegiatan 1.1, Kerja 1.1 (sudah): ${alasan}.`);
    expect(htl).toContain(`1.1 Kerja 1.1${alasan}`);
    expect(teks(isi, 'monitoring-evaluasi')).toMatch(
      /Dari seluruh rencana aksi, satu kegiatan (?:belum terverif|dilaksanakan mel)/,
    );
    expect(teks(isi, 'capaian-rencana-aksi')).not.toContain('seluruh rencana aksi telah dilaksanakan');
  });

  it('yang masih berjalan tetap disebut meskipun dihitung penuh', () => {
    const isi = { prioritas: [prioritas(1)], realisasi: [lapor('1.1', { status: 'sebagian' })] } as const;
    const aturan = { satuan: 'kegiatan', bobotSebagian: 1 } as const;
    expect(teks({ ...isi, aturan })).toContain('100,00% (1 dari 1 kegiatan');
    expect(teks({ ...isi, aturan })).toContain('Kegiatan 1.1, Kerja 1.1 (sebagian): hambatan belum dicantumkan oleh unit.');
    expect(teks({ ...isi, aturan }, 'monitoring-evaluasi')).toContain('satu kegiatan masih berjalan');
  });

  it('prioritas tanpa kegiatan tidak hilang dari tabel rencana dan kesimpulan', () => {
    const isi = { prioritas: [prioritas(1), { ...prioritas(2), kegiatan: [] }], realisasi: [lapor('1.1')] };
    const htl = teks(isi);
    expect(htl).toMatch(/2 Prioritas ke-2 \S* ?Belum ada kegiatan/);
    expect(htl).toContain('Prioritas 2, Prioritas ke-2: belum ada kegiatan.');
    expect(htl).not.toContain(SELURUH);
    expect(teks(isi, 'monitoring-evaluasi')).toContain('satu prioritas belum memiliki kegiatan (Prioritas ke-2)');
    expect(teks(isi, 'capaian-rencana-aksi')).toContain('Prioritas ke-2 Belum ada kegiatan rinci');
  });

  it.each(['hasil-tindak-lanjut', 'monitoring-evaluasi', 'capaian-rencana-aksi'] as const)(
    '%s tanpa item: kalimat sendiri, tanpa tabel kosong',
    (jenis) => {
      const kosong = teks({}, jenis);
      expect(kosong).toContain(
        'Belum ada kegiatan yang dapat dihitung, sehingga persentase realisasi belum dapat disajikan: tidak ada item (',
      );
      expect(kosong).not.toMatch(/Perhitungan Persentase|Tabel \d|sebanyak tidak ada|nol kegiatan, telah/);
    },
  );

  it('yang tidak dapat dilaksanakan: alasannya dari uraian, tanpa strategi bertarget waktu lampau', () => {
    const tidakDapat = { status: 'tidak_dapat', deskripsi: 'Lahan sengketa.' } as const;
    const berhenti = teks({ prioritas: [prioritas(1)], realisasi: [lapor('1.1', tidakDapat)] });
    expect(berhenti).toContain('Kegiatan 1.1, Kerja 1.1 (tidak dapat dilaksanakan): Lahan sengketa.');
    expect(berhenti).not.toContain('Strategi Penyelesaian');
    const dua = { prioritas: [prioritas(1, [], 2)], realisasi: [lapor('1.1', tidakDapat)] };
    expect(teks(dua)).toContain('Kegiatan 1.1 tidak dapat dilaksanakan dan tidak dilanjutkan');
    const lanjut = lapor('1.1', { ...tidakDapat, tindakLanjutBerikut: 'Mencari lahan lain.' });
    expect(teks({ ...dua, realisasi: [lanjut] })).toContain('1.1 Kerja 1.1 Mencari lahan lain. Tidak ditetapkan TU');
  });

  it('angka yang dicetak dapat dihitung ulang: pecahan bila dua desimal tidak tepat', () => {
    const isi = {
      prioritas: [prioritas(1, [], 3), prioritas(2, [], 3)],
      realisasi: ['1.1', '1.2', '2.1', '2.2'].map((k) => lapor(k)),
    };
    const htl = teks({ ...isi, aturan: { satuan: 'prioritas', bobotSebagian: 0 } });
    expect(htl).toContain('Realisasi: 4/3 ÷ 2 × 100% 66,67%');
    expect(htl).toContain('1.3 belum melapor 2/3');
    expect(teks({ ...isi, aturan: { satuan: 'kegiatan', bobotSebagian: 0 } })).toContain('Realisasi: 4,00 ÷ 6 × 100%');
  });
});

describe('bab II mengatakan apa yang dikatakan tabelnya', () => {
  const NAIK = [2.1, 2.2, 2.3, 2.4, 2.5, 2.6, 2.7, 2.8, 2.9];
  const RENDAH = 'rendahnya angka IKM';
  const bab2 = (unsur: readonly string[][], nrr: readonly number[]) =>
    teks({ prioritas: unsur.map((u, i) => prioritas(i + 1, u)), nrr });

  it('semua unsur terendah diambil: kalimat baku', () => {
    const isi = bab2([['U1', 'U2'], ['U3'], []], NAIK);
    expect(isi).toContain('menunjukkan angka yang beragam pada berbagai unsur');
    expect(isi).toContain(RENDAH);
    expect(isi).toContain('skala prioritas perbaikan unsur yang terdiri dari tiga unsur dengan nilai terendah.');
    expect(isi).toContain('dari unsur-unsur tersebut, beserta prioritas lain yang ditambahkan, dapat');
  });

  it('sebagian diambil: jumlah dan namanya', () => {
    expect(bab2([['U1'], ['U3']], NAIK)).toContain(
      'yang terdiri dari dua dari tiga unsur dengan nilai terendah, yaitu Persyaratan dan Waktu Penyelesaian.',
    );
  });

  it.each([
    [
      [['U9']],
      'tidak mengambil unsur dengan nilai terendah sebagai prioritas. Unsur yang diambil sebagai prioritas perbaikan adalah Sarana dan Prasarana.',
    ],
    [[[]], 'Prioritas dalam rencana tindak lanjut ini tidak diambil dari unsur survei di atas.'],
    [[], 'Rencana tindak lanjut atas hasil survei tersebut belum memuat prioritas.'],
  ])('tidak satu pun diambil (%o)', (unsur, kalimat) => {
    const isi = bab2(unsur, NAIK);
    expect(isi).toContain(kalimat);
    expect(isi).not.toMatch(/skala prioritas|rendahnya/);
  });

  it('seri di batas: yang diambil cukup mengisi tempatnya', () => {
    const seri = [2.1, 2.2, 2.3, 2.3, 2.5, 2.6, 2.7, 2.8, 2.9];
    expect(bab2([['U1'], ['U2'], ['U4']], seri)).toContain('terdiri dari tiga unsur dengan nilai terendah.');
    expect(bab2([['U1'], ['U2'], ['U3'], ['U4']], seri)).toContain('terdiri dari empat unsur dengan nilai terendah.');
    expect(bab2([['U1'], ['U4']], seri)).toContain('terdiri dari dua dari empat unsur dengan nilai terendah, yaitu');
  });

  it('semua unsur sama: tidak ada yang terendah', () => {
    const isi = bab2(
      [['U2'], ['U9']],
      Array.from({ length: 9 }, () => 3.1),
    );
    expect(isi).toContain('menunjukkan angka yang sama pada seluruh unsur');
    expect(isi).toContain('adalah Sistem, Mekanisme, dan Prosedur; dan Sarana dan Prasarana.');
    expect(isi).not.toMatch(/beragam|rendahnya|dengan nilai terendah|urutan terakhir/);
  });

  it('semua unsur bermutu tertinggi: tidak ada angka yang rendah', () => {
    const isi = bab2([['U1'], ['U2'], ['U3']], [3.6, 3.61, 3.62, 3.7, 3.71, 3.72, 3.8, 3.81, 3.82]);
    expect(isi).toContain('seluruh unsur memperoleh mutu A.');
    expect(isi).not.toContain('rendahnya');
  });

  it.each(['hasil-tindak-lanjut', 'monitoring-evaluasi'] as const)(
    '%s: instrumen sendiri tidak bersandar pada Permenpan',
    (jenis) => {
      const isi = teks({ prioritas: [prioritas(1, ['U1'])], nrr: NAIK, instrumen: 'SENDIRI' }, jenis);
      expect(isi).not.toContain('Nomor 14 Tahun 2017');
      expect(isi).toContain('dengan instrumen Servqual yang disusun sendiri oleh Dinas X');
      expect(isi).toContain('Mutu menurut instrumen Servqual');
      expect(teks({ prioritas: [prioritas(1)] }, jenis)).toContain('Nomor 14 Tahun 2017');
    },
  );

  it('mutu yang namanya sama dengan kinerjanya ditulis sekali', () => {
    const isi = teks({ prioritas: [prioritas(1)], nrr: NAIK, instrumen: 'SENDIRI' }, 'monitoring-evaluasi');
    expect(isi).toContain('memperoleh mutu Cukup. ');
  });
});
