import { INSTRUMEN_BAWAAN, INSTRUMEN_BAKU } from '../instrumen/instrumen.bawaan';
import type { Realisasi } from '../progres/progres.rules';
import type { Kegiatan, Prioritas } from '../rtl/rtl.rules';
import type { Survei } from '../survei/survei.rules';
import { hitungRencana, type BerkasRencana } from './hasil.rules';
import { nipMasukAkal } from './temuan-rencana.rules';
import { sebutkan, type KodeTemuan } from '../survei/temuan.rules';

const KEGIATAN: Kegiatan = { kode: '1', uraian: 'x', jadwal: ['2024-TW2', '2024-TW3'], penanggungJawab: [{ unit: 'A' }] };
const PRIORITAS: Prioritas = { no: 1, judul: 'Sarana', unsur: ['U9'], kegiatan: [KEGIATAN] };
const SURVEI: Survei = {
  kode: 'S',
  judul: 'SKM 2023',
  instrumen: INSTRUMEN_BAKU,
  periode: { jenis: 'tahun', tahun: 2023 },
  tingkat: 'nilai',
  unsur: [90, 91, 92, 93, 94, 95, 96, 97, 80].map((nilai, i) => ({ unsur: `U${i + 1}`, nilai })),
};
const BUKTI = { jenis: 'foto', berkas: 'a.jpg', tanggal: '2024-08-01' } as const;
const LAPOR: Realisasi = {
  rencana: 'R',
  kegiatan: '1',
  periode: '2024-TW3',
  status: 'sudah',
  deskripsi: 'Selesai dibangun.',
  bukti: [BUKTI],
};

/** A plan without a single finding; each test spoils one thing. */
function berkas(ubah: Partial<BerkasRencana> & { prioritas?: Prioritas[]; kegiatan?: Partial<Kegiatan> } = {}): BerkasRencana {
  const { prioritas, kegiatan, ...lain } = ubah;
  return {
    instansi: {
      kode: 'I',
      nama: 'I',
      singkatan: 'I',
      kota: 'K',
      zonaWaktu: 'Asia/Jakarta',
      pengaturan: { jumlahPrioritas: 1 },
    },
    unit: [{ kode: 'A', nama: 'A', jenis: 'bagian' }],
    instrumen: INSTRUMEN_BAWAAN,
    survei: [SURVEI],
    rencana: {
      kode: 'R',
      judul: 'R',
      survei: 'S',
      satuanJadwal: 'triwulan',
      status: 'ditetapkan',
      prioritas: prioritas ?? [{ ...PRIORITAS, kegiatan: [{ ...KEGIATAN, ...kegiatan }] }],
    },
    rencanaLain: [],
    realisasi: [LAPOR],
    laporan: [],
    ...lain,
  };
}

const temuan = (b: BerkasRencana) => hitungRencana(b).temuan;
const kode = (b: BerkasRencana) => temuan(b).map((t) => t.kode);

it('rencana yang rapi tidak ditegur', () => expect(temuan(berkas())).toEqual([]));

const KASUS_LAIN: readonly [KodeTemuan, string, BerkasRencana][] = [
  [
    'realisasi-di-luar-jadwal',
    'catatan',
    berkas({ realisasi: [LAPOR, { ...LAPOR, periode: '2024-TW1', status: 'belum', deskripsi: 'a', bukti: [] }] }),
  ],
  [
    'tanggal-janggal',
    'peringatan',
    berkas({ realisasi: [{ ...LAPOR, mulai: '2199-12' }], laporan: [{ tanggal: '2024-10-01', penandatangan: {} }] }),
  ],
  [
    'tanggal-janggal',
    'peringatan',
    berkas({ survei: [{ ...SURVEI, tanggalTerbit: '1990-01', pelaksanaan: { mulai: '2023-01', selesai: '2023-03' } }] }),
  ],
  ['profil-tidak-sesuai', 'peringatan', berkas({ survei: [{ ...SURVEI, jumlahResponden: 60, jumlahRespons: 37 }] })],
];

const KASUS: readonly [KodeTemuan, string, BerkasRencana][] = [
  ['kegiatan-belum-dilaporkan', 'galat', berkas({ realisasi: [] })],
  ['tanpa-bukti-sama-sekali', 'galat', berkas({ realisasi: [{ rencana: 'R', kegiatan: '1', status: 'sudah', deskripsi: 'x' }] })],
  ['sudah-tanpa-uraian', 'galat', berkas({ realisasi: [{ ...LAPOR, deskripsi: ' ' }] })],
  [
    'sudah-masih-berproses',
    'peringatan',
    berkas({ realisasi: [{ ...LAPOR, deskripsi: 'Revisi Perka sedang dalam proses pengesahan.' }] }),
  ],
  ['sudah-masih-berproses', 'peringatan', berkas({ realisasi: [{ ...LAPOR, deskripsi: 'Ruang tunggu Akan direnovasi.' }] })],
  ['sudah-masih-berproses', 'peringatan', berkas({ realisasi: [{ ...LAPOR, deskripsi: 'Sosialisasi belum dilakukan' }] })],
  ['sudah-masih-berproses', 'peringatan', berkas({ realisasi: [{ ...LAPOR, deskripsi: 'Masih proses lelang' }] })],
  ['bukti-di-luar-periode', 'peringatan', berkas({ realisasi: [{ ...LAPOR, bukti: [{ ...BUKTI, tanggal: '2024-10' }] }] })],
  ['bukti-sebelum-rencana', 'peringatan', berkas({ realisasi: [{ ...LAPOR, bukti: [{ ...BUKTI, tanggal: '2023-12-31' }] }] })],
  ['teks-sama', 'peringatan', berkas({ realisasi: [{ ...LAPOR, periode: '2024-TW2', bukti: [] }, LAPOR] })],
  [
    'status-mundur',
    'peringatan',
    berkas({
      realisasi: [
        { ...LAPOR, periode: '2024-TW2', deskripsi: 'a', bukti: [] },
        { ...LAPOR, status: 'sebagian' },
      ],
    }),
  ],
  [
    'sudah-sebelum-jadwal-berakhir',
    'catatan',
    berkas({ realisasi: [{ ...LAPOR, periode: '2024-TW2', bukti: [{ ...BUKTI, tanggal: '2024-05' }] }] }),
  ],
  ['kegiatan-diganti', 'peringatan', berkas({ realisasi: [{ ...LAPOR, kegiatanPengganti: 'lain' }] })],
  ['kegiatan-tanpa-jadwal', 'peringatan', berkas({ kegiatan: { jadwal: [] } })],
  ['kegiatan-tanpa-penanggung-jawab', 'peringatan', berkas({ kegiatan: { penanggungJawab: [] } })],
  ['prioritas-tanpa-kegiatan', 'galat', berkas({ prioritas: [PRIORITAS, { no: 2, judul: 'B', unsur: ['U9'], kegiatan: [] }] })],
  [
    'prioritas-tanpa-alasan',
    'peringatan',
    berkas({ prioritas: [PRIORITAS, { ...PRIORITAS, no: 2, unsur: [], kegiatan: [{ ...KEGIATAN, kode: '1' }] }] }),
  ],
  ['prioritas-bukan-terendah', 'peringatan', berkas({ prioritas: [{ ...PRIORITAS, unsur: ['U9', 'U7'] }] })],
  ['unsur-terendah-dilewati', 'peringatan', berkas({ prioritas: [{ ...PRIORITAS, unsur: ['U7'], alasan: 'arahan pimpinan' }] })],
  ['unsur-tidak-dinilai', 'galat', berkas({ survei: [{ ...SURVEI, unsur: SURVEI.unsur.filter((u) => u.unsur !== 'U9') }], prioritas: [{ ...PRIORITAS, unsur: ['U9', 'U1'] }] })], // prettier-ignore
  ['rencana-belum-ditetapkan', 'peringatan', berkas({ rencana: { ...berkas().rencana, status: 'draf' } })],
  ['persen-berbeda', 'galat', berkas({ laporan: [{ tanggal: '2024-10-01', persenTertulis: 70, penandatangan: {} }] })],
  ['laporan-sebelum-jadwal-berakhir', 'catatan', berkas({ laporan: [{ tanggal: '2024-09-29', penandatangan: {} }] })],
  ['nip-janggal', 'peringatan', berkas({ laporan: [{ tanggal: '2024-10-01', penandatangan: { nip: '123' } }] })],
  ['terbit-berbeda', 'peringatan', berkas({ survei: [{ ...SURVEI, terbit: { nilai: 92.1 } }] })],
  ['terbit-berbeda', 'peringatan', berkas({ survei: [{ ...SURVEI, terbit: { mutu: 'B' } }] })],
  [
    'nilai-nrr-berbeda',
    'peringatan',
    berkas({ survei: [{ ...SURVEI, unsur: SURVEI.unsur.map((u) => (u.unsur === 'U1' ? { ...u, nrr: 3.5 } : u)) }] }),
  ],
  ['unsur-tidak-lengkap', 'peringatan', berkas({ survei: [{ ...SURVEI, unsur: SURVEI.unsur.filter((u) => u.unsur !== 'U4') }] })],
  ['responden-kurang', 'peringatan', berkas({ survei: [{ ...SURVEI, populasi: 384, jumlahResponden: 192 }] })],
  ['responden-tunggal', 'peringatan', berkas({ survei: [{ ...SURVEI, jumlahResponden: 1 }] })],
  [
    'profil-tidak-genap',
    'peringatan',
    berkas({ survei: [{ ...SURVEI, jumlahResponden: 260, jumlahProfil: [{ ciri: 'usia', jumlah: 259 }] }] }),
  ],
  [
    'profil-tidak-sesuai',
    'peringatan',
    berkas({ survei: [{ ...SURVEI, jumlahResponden: 260, respondenPerLayanan: [{ unit: 'A', jumlah: 259 }] }] }),
  ],
];

it.each([...KASUS, ...KASUS_LAIN])('%s (%s)', (harus, tingkat, b) => {
  const semua = temuan(b);
  expect(semua.map((t) => t.kode)).toContain(harus);
  expect(semua.find((t) => t.kode === harus)?.tingkat).toBe(tingkat);
  expect(semua.every((t) => /^[\p{L}\p{N}“]/u.test(t.pesan) && t.pesan.endsWith('.'))).toBe(true);
});

describe('yang tidak perlu ditegur', () => {
  it.each([
    'Telah selesai sebelum tenggat.',
    'Penggunaan aplikasi selesai; akan tetapi pelatihan dilanjutkan unit lain.',
    'Kegiatan pengakanan data tuntas.',
  ])('sudah: %s', (deskripsi) => expect(kode(berkas({ realisasi: [{ ...LAPOR, deskripsi }] }))).toEqual([]));

  it('bukti pada hari pertama dan terakhir periode, atau hanya bulannya', () => {
    for (const tanggal of ['2024-07-01', '2024-09-30', '2024-07', '2024-09']) {
      expect(kode(berkas({ realisasi: [{ ...LAPOR, bukti: [{ ...BUKTI, tanggal }] }] }))).toEqual([]);
    }
  });

  it('persen yang dibulatkan seperti tertulis', () => {
    const b = berkas({
      laporan: [{ tanggal: '2024-10-01', persenTertulis: 100, penandatangan: { nip: '19711007 199101 2 002' } }],
    });
    expect(kode(b)).toEqual([]);
  });

  it('responden tepat pada sampel minimum', () => {
    expect(kode(berkas({ survei: [{ ...SURVEI, populasi: 384, jumlahResponden: 193 }] }))).toEqual([]);
  });
});

it('setiap laporan dinilai menurut keadaan pada tanggalnya sendiri', () => {
  const laporan = [
    { tanggal: '2024-06-30', persenTertulis: 0, penandatangan: {} },
    { tanggal: '2024-10-01', persenTertulis: 100, penandatangan: {} },
  ];
  expect(kode(berkas({ laporan }))).not.toContain('persen-berbeda');
});

it('laporan SKM bukan laporan tindak lanjut; tanggalnya adalah tanggal terbit survei', () => {
  const skm = { jenis: 'skm', tanggal: '2024-08-15', penandatangan: {} };
  const hasil = hitungRencana(berkas({ laporan: [skm, { tanggal: '2024-10-01', penandatangan: {} }] }));
  expect(hasil.temuan).toEqual([]);
  expect(hasil.pekppp9).toBe(4);
});

it('tahun yang dilaporkan sesudah triwulannya adalah keadaan terakhir, bukan kemunduran', () => {
  const semua: Realisasi[] = [
    { ...LAPOR, periode: '2024', deskripsi: 'Selesai dibangun dan dipakai.' },
    { ...LAPOR, periode: '2024-TW2', status: 'sebagian', deskripsi: 'Fondasi.', bukti: [] },
  ];
  const hasil = hitungRencana(berkas({ realisasi: semua }));
  expect(hasil.kegiatan[0]?.status).toBe('sudah');
  expect(hasil.temuan.map((t) => t.kode)).not.toContain('status-mundur');
});

it('yang belum dijadwalkan mulai hanya dicatat, juga bila belum ada laporan resmi', () => {
  const prioritas = [{ ...PRIORITAS, kegiatan: [KEGIATAN, { ...KEGIATAN, kode: '2', jadwal: ['2025-TW1'] }] }];
  const belum = temuan(berkas({ prioritas })).filter((t) => t.kode === 'kegiatan-belum-dilaporkan');
  expect(belum.map((t) => [t.kegiatan, t.tingkat])).toEqual([['2', 'catatan']]);
});

it('kegiatan yang jadwalnya belum mulai pada tanggal laporan hanya dicatat', () => {
  const b = berkas({ realisasi: [], laporan: [{ tanggal: '2024-03-31', penandatangan: {} }] });
  expect(temuan(b).find((t) => t.kode === 'kegiatan-belum-dilaporkan')?.tingkat).toBe('catatan');
});

it('selisih terbit yang dapat berasal dari pembulatan hanya dicatat, selama mutunya sama', () => {
  const unsur = SURVEI.unsur.map(({ unsur: u, nilai = 0 }) => ({ unsur: u, nrr: nilai / 25 }));
  const tingkat = (terbit: Survei['terbit']) =>
    temuan(berkas({ survei: [{ ...SURVEI, tingkat: 'nrr', unsur, ...(terbit ? { terbit } : {}) }] })).map((t) => t.tingkat);
  expect(tingkat({ nilai: 92 })).toEqual([]);
  expect(tingkat({ nilai: 92.13 })).toEqual(['catatan']);
  expect(tingkat({ nilai: 92.14 })).toEqual(['peringatan']);
  expect(tingkat({ nilai: 92.13, mutu: 'B' })).toEqual(['peringatan']);
});

it('bila sebagian kegiatan berbukti, yang tanpa bukti ditegur satu per satu', () => {
  const prioritas = [{ ...PRIORITAS, kegiatan: [KEGIATAN, { ...KEGIATAN, kode: '2' }] }];
  const tanpa: Realisasi = { rencana: 'R', kegiatan: '2', periode: '2024-TW3', status: 'sudah', deskripsi: 'Selesai.' };
  const kena = temuan(berkas({ prioritas, realisasi: [LAPOR, tanpa] }));
  expect(kena.map((t) => [t.kode, t.tingkat, t.kegiatan])).toEqual([['sudah-tanpa-bukti', 'galat', '2']]);
});

it('seri di batas: yang tidak dipilih hanya dicatat', () => {
  const unsur = SURVEI.unsur.map((u) => (u.unsur === 'U8' ? { ...u, nilai: 80 } : u));
  const kena = temuan(berkas({ survei: [{ ...SURVEI, unsur }] }));
  expect(kena.map((t) => [t.kode, t.tingkat])).toEqual([['unsur-terendah-dilewati', 'catatan']]);
  expect(kena[0]?.pesan).toContain('U8');
});

it('unsur terendah yang dilewati dengan alasan tidak ditegur', () => {
  const tanpa = { ...berkas().rencana, prioritas: [{ ...PRIORITAS, unsur: ['U7'], alasan: 'arahan pimpinan' }] };
  expect(kode(berkas({ rencana: tanpa }))).toEqual(['unsur-terendah-dilewati']);
  expect(kode(berkas({ rencana: { ...tanpa, dilewati: [{ unsur: 'U9', alasan: 'Gedung baru dibangun 2025.' }] } }))).toEqual([]);
});

it('foto yang sama pada dua kegiatan ditegur, tautan folder bersama hanya dicatat', () => {
  const prioritas = [{ ...PRIORITAS, kegiatan: [KEGIATAN, { ...KEGIATAN, kode: '2' }] }];
  const tingkat = (bukti: Realisasi['bukti']) =>
    temuan(
      berkas({
        prioritas,
        realisasi: [LAPOR, LAPOR].map((r, i) => ({ ...r, kegiatan: String(i + 1), ...(bukti ? { bukti } : {}) })),
      }),
    )
      .filter((t) => t.kode === 'bukti-dipakai-ulang')
      .map((t) => t.tingkat);
  expect(tingkat([BUKTI])).toEqual(['peringatan']);
  expect(tingkat([{ jenis: 'tautan', url: 'https://contoh.go.id/a' }])).toEqual(['catatan']);
});

it('isi berkas yang sama pada laporan lain: kegiatan, periode, atau rencana lain; nama yang sama bukan', () => {
  const foto = (isi: string, nama = 'foto.jpg') => ({ jenis: 'foto', berkas: nama, sha256: isi.repeat(64), id: nama }) as const;
  const lapor = (periode: string, isi: string, nama?: string): Realisasi => ({
    ...LAPOR,
    ...{ periode, status: 'sebagian', deskripsi: `Tahap ${periode}`, bukti: [foto(isi, nama)] },
  });
  const pesan = (realisasi: Realisasi[], rencanaLain: BerkasRencana['rencanaLain'] = []) =>
    temuan(berkas({ realisasi, rencanaLain })).flatMap((t) => (t.kode === 'bukti-dipakai-ulang' ? [t.pesan] : []));
  expect(pesan([lapor('2024-TW2', 'a'), lapor('2024-TW3', 'b')])).toEqual([]);
  expect(pesan([lapor('2024-TW2', 'a'), lapor('2024-TW3', 'a', 'lain.jpg')])).toEqual([
    'Berkas yang sama (foto.jpg) menjadi bukti 1 (TW II 2024 (April–Juni)) dan 1 (TW III 2024 (Juli–September)). Periksa apakah bukti itu milik semuanya.',
  ]);
  const lain = { ...berkas().rencana, kode: 'L' };
  const milikLain = [{ rencana: lain, realisasi: [{ ...lapor('2024-TW1', 'a'), rencana: 'L' }] }];
  expect(pesan([lapor('2024-TW3', 'a')], milikLain)[0]).toContain('L · 1 (TW I 2024 (Januari–Maret))');
});

it('sisa rencana periode sebelumnya disebut, rencana sesudahnya tidak', () => {
  const lain = (tahun: number) => {
    const rencana = { ...berkas().rencana, kode: `L${tahun}`, judul: 'Lain', periode: { jenis: 'tahun', tahun } as const };
    return berkas({ rencanaLain: [{ rencana, realisasi: [] }] });
  };
  expect(kode(lain(2022))).toEqual(['rtl-sebelumnya-terbuka']);
  expect(kode(lain(2024))).toEqual([]);
  const dilanjutkan = { ...KEGIATAN, asal: { rencana: 'L2022', kegiatan: KEGIATAN.kode } };
  expect(
    kode({ ...lain(2022), rencana: { ...berkas().rencana, prioritas: [{ ...PRIORITAS, kegiatan: [dilanjutkan] }] } }),
  ).toEqual([]);
});

describe('NIP', () => {
  it.each(['197110071991012002', '19800924 200902 1 004', '199001012022211001'])('%s lazim', (nip) =>
    expect(nipMasukAkal(nip)).toBe(true),
  );
  it.each([
    '19711007199101200',
    '197113071991012002',
    '197110071991132002',
    '197110071991013002',
    '201010071991012002',
    'tidak ada',
  ])('%s janggal', (nip) => expect(nipMasukAkal(nip)).toBe(false));
});

it('daftar disebut dengan kata hubung, yang panjang diringkas', () => {
  expect([sebutkan(['1']), sebutkan(['1', '2']), sebutkan(['1', '2', '3'])]).toEqual(['1', '1 dan 2', '1, 2, dan 3']);
  expect(sebutkan(['1', '2', '3', '4'], 2)).toBe('1, 2, dan 2 lainnya');
});

describe('jadwal yang seluruhnya masih di depan', () => {
  const b = berkas({ realisasi: [] });
  const hitung = (per?: string, hariIni?: string) => {
    const { realisasi, kegiatan, temuan: t } = hitungRencana(b, per, hariIni);
    const [k] = kegiatan;
    const tingkat = t.find((x) => x.kode === 'kegiatan-belum-dilaporkan')?.tingkat;
    return [k?.belumMelapor, k?.belumWaktunya, tingkat, realisasi.penyebut];
  };

  it.each([
    ['sehari sebelum triwulan pertamanya', undefined, '2024-03-31', false],
    ['pada hari pertamanya', undefined, '2024-04-01', true],
    ['per akhir triwulan sebelumnya', '2024-03-31', '2026-11-21', false],
    ['per bulan yang sudah dijadwalkan', '2024-04', '2026-11-21', true],
    ['per hari yang belum tiba', '2024-12-31', '2024-03-01', false],
    ['tanpa hari: dianggap sudah waktunya', undefined, undefined, true],
  ] as const)('%s, dan penyebutnya tetap', (_, per, hariIni, belumMelapor) =>
    expect(hitung(per, hariIni)).toEqual([belumMelapor, !belumMelapor, belumMelapor ? 'galat' : 'catatan', 1]),
  );

  it('yang tidak berjadwal, dan yang sudah dilaporkan lebih awal, tidak disebut menunggu jadwalnya', () => {
    const [tanpa] = hitungRencana(berkas({ realisasi: [], kegiatan: { jadwal: [] } }), undefined, '2024-01-01').kegiatan;
    const [awal] = hitungRencana(berkas({ realisasi: [{ ...LAPOR, periode: '2024-TW1' }] }), undefined, '2024-01-15').kegiatan;
    expect([tanpa?.belumMelapor, tanpa?.belumWaktunya]).toEqual([true, false]);
    expect([awal?.belumMelapor, awal?.belumWaktunya]).toEqual([false, false]);
  });
});
