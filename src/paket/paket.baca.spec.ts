import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { berkasContoh } from './contoh';
import { hitungPaket } from './hitung';
import { UKURAN_MAKS } from './json';
import { GalatPaket, type Masalah } from './masalah';
import { bacaPaket } from './paket.baca';

type Isi = Record<string, unknown>;

const teks = (isi: unknown) => Buffer.from(JSON.stringify(isi));
const contoh = Object.fromEntries(berkasContoh().map(({ nama, jalur }) => [nama.slice(0, 4), readFileSync(jalur, 'utf8')]));
const kasn = () => JSON.parse(contoh['kasn'] ?? '') as Isi;

/** Puts `nilai` at a path such as `survei.1.nilaiUnsur.0.nrr`; `undefined` removes the key. */
function ubah(isi: Isi, jalur: string, nilai: unknown): Isi {
  const kunci = jalur.split('.');
  const akhir = kunci.pop() ?? '';
  const induk = kunci.reduce<Isi>((o, k) => o[k] as Isi, isi);
  if (nilai === undefined) delete induk[akhir];
  else Object.defineProperty(induk, akhir, { value: nilai, enumerable: true, configurable: true, writable: true });
  return isi;
}

function masalah(bytes: Uint8Array): readonly Masalah[] {
  try {
    bacaPaket(bytes);
  } catch (galat) {
    if (galat instanceof GalatPaket) return galat.masalah;
    throw galat;
  }
  return [];
}

describe('berkas yang bukan paket', () => {
  it.each([
    ['kosong', Buffer.from(' \n'), /kosong/],
    ['bukan JSON', Buffer.from('{"format": tuntas}'), /bukan JSON yang sah: baris 1, kolom \d+/],
    ['terpotong', Buffer.from((contoh['kasn'] ?? '').slice(0, 3000)), /bukan JSON yang sah/],
    ['bukan UTF-8', Buffer.from([0x7b, 0x22, 0xe9, 0x22, 0x3a, 0x31, 0x7d]), /bukan teks UTF-8/],
    ['UTF-16', Buffer.from('\ufeff{}', 'utf16le'), /UTF-16/],
    ['bersarang sangat dalam', Buffer.from('['.repeat(2_000_000)), /bersarang/],
    ['objek bersarang sangat dalam', Buffer.from('{"a":'.repeat(500_000)), /bersarang/],
    ['daftar, bukan objek', Buffer.from('[]'), /harus berupa objek, bukan daftar/],
    ['null', Buffer.from('null'), /bukan null/],
    ['angka', Buffer.from('7'), /bukan bilangan/],
    ['kunci tertulis dua kali', Buffer.from('{"format":"tuntas/paket","versi":1,"v\\u0065rsi":2}'), /tertulis dua kali/],
  ])('%s', (_, bytes, pesan) => {
    const [pertama] = masalah(bytes);
    expect(pertama?.pesan).toMatch(pesan);
  });

  it('terlalu besar ditolak tanpa dibaca', () => {
    expect(masalah(new Uint8Array(UKURAN_MAKS + 1))[0]?.pesan).toMatch(/terlalu besar/);
  });

  it('BOM di awal dibiarkan', () => expect(masalah(Buffer.from(`\ufeff${contoh['kasn'] ?? ''}`))).toEqual([]));

  it('byte acak tidak pernah menjatuhkan pembaca', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(() => bacaPaket(bytes)).toThrow(GalatPaket);
      }),
    );
  });
});

const KASUS: readonly [nama: string, jalur: string, nilai: unknown, letak: string, pesan: RegExp][] = [
  ['kunci tidak dikenal', 'survei.1.nilai', 1, '$.survei[1].nilai', /tidak dikenal/],
  ['kunci yang mencemari prototipe', '__proto__', { admin: true }, '$.__proto__', /tidak dikenal/],
  ['constructor', 'instansi.constructor', {}, '$.instansi.constructor', /tidak dikenal/],
  ['format lain', 'format', 'lain', '$.format', /tuntas\/paket/],
  ['versi lain', 'versi', 2, '$.versi', /pilihannya: 1/],
  ['tanpa instansi', 'instansi', undefined, '$.instansi', /wajib diisi/],
  ['zona waktu', 'instansi.zonaWaktu', 'WIB-7', '$.instansi.zonaWaktu', /zona waktu IANA/],
  ['bobot di luar 0–1', 'instansi.pengaturan.realisasi.bobotSebagian', 1.5, '$.instansi.pengaturan.realisasi.bobotSebagian', /paling besar 1/],
  ['NRR 5', 'survei.1.nilaiUnsur.0.nrr', 5, '$.survei[1].nilaiUnsur[0].nrr', /antara 1 dan 4/],
  ['NRR sebagai teks', 'survei.1.nilaiUnsur.0.nrr', '3,62', '$.survei[1].nilaiUnsur[0].nrr', /bukan teks/],
  ['nilai 101', 'survei.1.terbit.nilai', 101, '$.survei[1].terbit.nilai', /antara 25 dan 100/],
  ['mutu E', 'survei.1.terbit.mutu', 'E', '$.survei[1].terbit.mutu', /A, B, C, D/],
  ['terbit kosong', 'survei.0.terbit', {}, '$.survei[0].terbit', /paling sedikit satu/],
  ['tanpa hasil', 'survei.0.terbit', undefined, '$.survei[0]', /tidak memuat hasil/],
  ['dua bentuk hasil', 'survei.1.jumlahPerUnsur', { n: 1, jumlah: { U1: 4 } }, '$.survei[1]', /hanya boleh satu bentuk/],
  ['populasi negatif', 'survei.2.populasi', -1, '$.survei[2].populasi', /paling kecil 0/],
  ['responden pecahan', 'survei.2.jumlahResponden', 2.5, '$.survei[2].jumlahResponden', /bilangan bulat/],
  ['tanggal mustahil', 'survei.2.pelaksanaan.mulai', '2024-02-30', '$.survei[2].pelaksanaan.mulai', /bukan tanggal yang ada/],
  ['selesai mendahului mulai', 'survei.2.pelaksanaan.selesai', '2023-12', '$.survei[2].pelaksanaan.selesai', /mendahului/],
  ['semester ke-3', 'survei.1.periode', { jenis: 'semester', tahun: 2024, ke: 3 }, '$.survei[1].periode.ke', /semester ke-1 sampai ke-2/],
  ['bulan tanpa ke', 'survei.1.periode', { jenis: 'bulan', tahun: 2024 }, '$.survei[1].periode.ke', /wajib diisi/],
  ['tahun dengan ke', 'survei.1.periode', { jenis: 'tahun', tahun: 2024, ke: 1 }, '$.survei[1].periode.ke', /tidak memakai/],
  ['instrumen tidak ada', 'survei.1.instrumen', 'PERMENPAN-99', '$.survei[1].instrumen', /tidak ada/],
  ['unsur tidak ada', 'survei.1.nilaiUnsur.0.unsur', 'U10', '$.survei[1].nilaiUnsur[0].unsur', /U10/],
  ['unsur kembar', 'survei.1.nilaiUnsur.0.unsur', 'U2', '$.survei[1].nilaiUnsur[1].unsur', /kembar/],
  ['unit layanan tidak ada', 'survei.2.respondenPerLayanan.0.unit', 'X', '$.survei[2].respondenPerLayanan[0].unit', /tidak ada/],
  ['kode unit kembar', 'unit.1.kode', 'UMUM', '$.unit[1].kode', /kembar/],
  ['kode kosong', 'unit.1.kode', ' ', '$.unit[1].kode', /kosong/],
  ['kode dengan huruf tak tampak', 'unit.1.kode', 'A\u200bB', '$.unit[1].kode', /tidak tampak/],
  ['nama tanpa huruf yang tampak', 'unit.1.nama', '\u200b', '$.unit[1].nama', /kosong/],
  ['bobot lima desimal', 'instansi.pengaturan.realisasi.bobotSebagian', 0.00001, '$.instansi.pengaturan.realisasi.bobotSebagian', /4 desimal/],
  ['kode hanya titik', 'unit.1.kode', '..', '$.unit[1].kode', /titik/],
  ['induk tidak ada', 'unit.1.induk', 'X', '$.unit[1].induk', /tidak ada/],
  ['induk diri sendiri', 'unit.1.induk', 'PERENCANAAN', '$.unit[1].induk', /berputar/],
  ['survei rencana tidak ada', 'rencana.0.survei', 'X', '$.rencana[0].survei', /tidak ada/],
  ['unsur prioritas tidak ada', 'rencana.0.prioritas.0.unsur', ['U99'], '$.rencana[0].prioritas[0].unsur[0]', /PERMENPAN-14-2017/],
  ['nomor prioritas kembar', 'rencana.0.prioritas.1.no', 1, '$.rencana[0].prioritas[1].no', /kembar/],
  ['kode kegiatan kembar', 'rencana.0.prioritas.1.kegiatan.0.kode', '1', '$.rencana[0].prioritas[1].kegiatan[0].kode', /kembar/],
  ['asal kegiatan tidak ada', 'rencana.0.prioritas.0.kegiatan.0.asal', { rencana: 'RTL-2023', kegiatan: '99' }, '$.rencana[0].prioritas[0].kegiatan[0].asal', /tidak ada dalam rencana/],
  ['unsur dilewati tidak ada', 'rencana.0.dilewati', [{ unsur: 'U99', alasan: 'x' }], '$.rencana[0].dilewati[0].unsur', /PERMENPAN-14-2017/],
  ['PJ tidak ada', 'rencana.0.prioritas.0.kegiatan.0.penanggungJawab', [{ unit: 'X' }], '$.rencana[0].prioritas[0].kegiatan[0].penanggungJawab[0].unit', /tidak ada/],
  ['PJ unit dan kelompok', 'rencana.0.prioritas.0.kegiatan.0.penanggungJawab', [{ unit: 'UMUM', kelompok: 'x' }], '$.rencana[0].prioritas[0].kegiatan[0].penanggungJawab[0]', /tepat satu/],
  ['PJ kosong', 'rencana.0.prioritas.0.kegiatan.0.penanggungJawab', [{}], '$.rencana[0].prioritas[0].kegiatan[0].penanggungJawab[0]', /tepat satu/],
  ['TW5', 'rencana.0.prioritas.0.kegiatan.0.jadwal', ['2024-TW5'], '$.rencana[0].prioritas[0].kegiatan[0].jadwal[0]', /bukan periode/],
  ['bulan dalam rencana triwulan', 'rencana.0.prioritas.0.kegiatan.0.jadwal', ['2024-05'], '$.rencana[0].prioritas[0].kegiatan[0].jadwal[0]', /lebih pendek/],
  ['rencana realisasi tidak ada', 'realisasi.0.rencana', 'X', '$.realisasi[0].rencana', /tidak ada/],
  ['kegiatan realisasi tidak ada', 'realisasi.0.kegiatan', '9', '$.realisasi[0].kegiatan', /tidak ada dalam rencana/],
  ['realisasi kembar', 'realisasi.1.kegiatan', '1', '$.realisasi[1]', /kembar/],
  ['status lain', 'realisasi.0.status', 'Sudah', '$.realisasi[0].status', /belum, sebagian, sudah, tidak_dapat/],
  ['alamat bukti berbahaya', 'realisasi.0.bukti', [{ jenis: 'tautan', url: 'javascript:alert(1)' }], '$.realisasi[0].bukti[0].url', /https/],
  ['tautan tanpa alamat', 'realisasi.0.bukti', [{ jenis: 'tautan' }], '$.realisasi[0].bukti[0].url', /wajib/],
  ['foto tanpa berkas', 'realisasi.0.bukti', [{ jenis: 'foto' }], '$.realisasi[0].bukti[0]', /berkas/],
  ['karakter NUL', 'realisasi.0.deskripsi', 'a\u0000b', '$.realisasi[0].deskripsi', /rusak/],
  ['setengah pasangan Unicode', 'realisasi.0.deskripsi', '\ud800', '$.realisasi[0].deskripsi', /rusak/],
  ['teks terlalu panjang', 'realisasi.0.deskripsi', 'x'.repeat(20_001), '$.realisasi[0].deskripsi', /terlalu panjang/],
  ['persen 101', 'laporan.0.persenTertulis', 101, '$.laporan[0].persenTertulis', /paling besar 100/],
  ['tanggal laporan', 'laporan.0.tanggal', '8 Mei 2024', '$.laporan[0].tanggal', /bukan tanggal/],
  ['null bukan kosong', 'laporan.0.penandatangan.nip', null, '$.laporan[0].penandatangan.nip', /bukan null/],
]; // prettier-ignore

describe('isi yang salah disebut letaknya dan cara membetulkannya', () => {
  it.each(KASUS)('%s', (_, jalur, nilai, letak, pesan) => {
    const kena = masalah(teks(ubah(kasn(), jalur, nilai))).find((m) => m.jalur === letak);
    expect(kena?.pesan).toMatch(pesan);
    expect(kena?.pesan).toMatch(/\.$/);
  });

  it('semua masalah sekaligus', () => {
    let isi = kasn();
    for (const [, jalur, nilai] of KASUS.filter(([, j]) => /^(survei\.2|unit|realisasi\.0\.bukti|laporan)/.test(j)))
      isi = ubah(isi, jalur, nilai);
    const jalur = masalah(teks(isi)).map((m) => m.jalur.split(/[.[]/)[1]);
    expect(jalur).toEqual(expect.arrayContaining(['unit', 'survei', 'realisasi', 'laporan']));
  });

  it('sejuta baris jawaban yang salah dihitung, tidak disimpan', () => {
    const isi = ubah(kasn(), 'survei.0', {
      ...((kasn()['survei'] as Isi[])[0] ?? {}),
      respons: { unsur: ['U1', 'U2'], baris: Array.from({ length: 1_000_000 }, () => '05') },
    });
    try {
      bacaPaket(teks(isi));
      throw new Error('seharusnya ditolak');
    } catch (galat) {
      expect(galat).toBeInstanceOf(GalatPaket);
      expect((galat as GalatPaket).jumlah).toBe(1_000_000);
      expect((galat as GalatPaket).masalah).toHaveLength(500);
      expect((galat as GalatPaket).message).toMatch(/dan 999500 masalah lain/);
    }
  });

  it('prototipe objek tidak tercemar', () => {
    masalah(Buffer.from('{"__proto__":{"tercemar":true},"instansi":{"__proto__":{"tercemar":true}}}'));
    expect(({} as Isi)['tercemar']).toBeUndefined();
  });
});

describe('jawaban mentah', () => {
  const mentah = (baris: unknown, unsur: unknown = ['U1', 'U2']) =>
    teks({
      format: 'tuntas/paket',
      versi: 1,
      instansi: { kode: 'X', nama: 'X', singkatan: 'X', kota: 'X', zonaWaktu: 'Asia/Jakarta' },
      survei: [
        {
          kode: 'S',
          judul: 'S',
          instrumen: 'PERMENPAN-14-2017',
          periode: { jenis: 'tahun', tahun: 2024 },
          respons: { unsur, baris },
        },
      ],
    });

  it.each([
    [['3'], /memuat 1 jawaban, seharusnya 2/],
    [['05'], /jawaban ke-1 “0” tidak sah/],
    [['15'], /jawaban ke-2 “5” tidak sah/],
    [['1 '], /tidak sah/],
    [['3,5'], /memuat 3 jawaban/],
    [[34], /harus berupa teks/],
    ['34', /harus berupa daftar/],
  ])('%j', (baris, pesan) => expect(masalah(mentah(baris))[0]?.pesan).toMatch(pesan));

  it('unsur kembar atau tidak ada', () => {
    expect(masalah(mentah(['33'], ['U1', 'U1']))[0]?.pesan).toMatch(/kembar/);
    expect(masalah(mentah(['33'], ['U1', 'U0']))[0]?.pesan).toMatch(/tidak ada/);
  });

  it('tanpa jawaban tidak ada angka, dan tidak ada yang jatuh', () => {
    const [s] = hitungPaket(bacaPaket(mentah([]))).survei;
    expect(s).toMatchObject({ tingkatData: 'respons', nilai: null, mutu: null, terendah: [] });
    expect(s?.unsur).toEqual(['U1', 'U2'].map((unsur) => ({ unsur, nrr: null, nilai: null, mutu: null, peringkat: null })));
  });

  it('urutan responden tidak mengubah apa pun; jawaban dan jumlahnya memberi angka yang sama', () => {
    const baris = fc.array(fc.string({ unit: fc.constantFrom('1', '2', '3', '4', '-'), minLength: 2, maxLength: 2 }), {
      minLength: 1,
    });
    fc.assert(
      fc.property(
        baris.chain((b) => fc.tuple(fc.constant(b), fc.shuffledSubarray(b, { minLength: b.length }))),
        ([asli, acak]) => {
          expect(hitungPaket(bacaPaket(mentah(acak))).survei).toEqual(hitungPaket(bacaPaket(mentah(asli))).survei);
        },
      ),
      { numRuns: 50 },
    );
  });
});

it('huruf Kiril dan Yunani yang serupa dibaca sebagai kelas mutu', () => {
  const paket = bacaPaket(teks(ubah(kasn(), 'survei.1.terbit.mutu', 'А')));
  expect(paket.survei?.[1]?.terbit?.mutu).toBe('A');
});

it('instrumen sendiri: kode bawaan, skala terbalik, dan kelas yang tidak sampai ke bawah ditolak', () => {
  const sendiri = (isi: Isi) => [
    {
      kode: 'A',
      nama: 'A',
      skala: { min: 1, maks: 5 },
      unsur: [{ kode: 'X', nama: 'X' }],
      mutu: [{ mutu: 'B', kinerja: 'B', min: 20 }],
      ...isi,
    },
  ];
  const pesan = (isi: Isi) => masalah(teks(ubah(kasn(), 'instrumen', sendiri(isi)))).map((m) => m.pesan).join(' '); // prettier-ignore
  expect(pesan({})).toBe('');
  expect(pesan({ kode: 'KEP-25-2004' })).toMatch(/instrumen bawaan/);
  expect(pesan({ skala: { min: 5, maks: 1 } })).toMatch(/terbalik/);
  expect(pesan({ mutu: [{ mutu: 'B', kinerja: 'B', min: 30 }] })).toMatch(/di bawah kelas terendah/);
  expect(pesan({ unsur: [] })).toMatch(/paling sedikit 1/);
});
