import type { Rencana } from '../../src/rtl/rtl.rules';
import { bacaBuku, tulisBuku } from '../../src/shared/buku-kerja/buku-kerja';
import { jalankanAplikasiUji, type AplikasiUji } from '../support/aplikasi';
import { PerambanBuku, paketContoh, suntingBuku, type HasilHalaman } from '../support/buku-rencana';
import { daftarGalat } from '../support/organisasi';

let uji: AplikasiUji;
let nomor = 0;
const kasn = paketContoh('kasn');
const sebagaiDraf = (r: Rencana): Rencana => ({ ...r, status: 'draf' });
const siap = () => PerambanBuku.siapkan(uji, kasn, `KASN-${(nomor += 1)}`, sebagaiDraf);

beforeAll(async () => {
  uji = await jalankanAplikasiUji();
});
afterAll(() => uji.tutup());

type Ubah = Parameters<typeof suntingBuku>[1];
/** Uploads the workbook after these edits. */
const kirim = async (w: PerambanBuku, ubah: Ubah, bita?: Uint8Array): Promise<HasilHalaman> =>
  w.hasil(await w.unggah(await suntingBuku(bita ?? (await w.unduh()), ubah)));
/** Row of a kegiatan, whose kode is in the second column. */
const cari = (baris: readonly (readonly string[])[], kode: string): number => baris.findIndex((b) => b[1] === kode);
const isi = (baris: string[][], kode: string, kolom: number, teks: string) => ((baris[cari(baris, kode)] ?? [])[kolom] = teks);

describe('buku kerja yang diunduh', () => {
  it('memuat rencana, kolom tersembunyi, sel terkunci, daftar pilihan, dan petunjuk', async () => {
    const w = await siap();
    const bita = await w.unduh();
    const lembar = await bacaBuku(bita, 500, 100);
    expect(lembar.map((l) => l.nama)).toEqual(['Rencana', 'Prioritas', 'Acuan', 'Petunjuk']);
    expect(lembar[0]?.baris[2]?.slice(1, 4)).toEqual([
      '1',
      '1. Sarana dan Prasarana',
      expect.stringContaining('Pemenuhan sarana'),
    ]);
    expect(lembar[2]?.baris.flat()).toEqual(expect.arrayContaining(['UMUM – Bagian Umum', 'seluruh Pokja', 'U9', 'SKM-2023']));
    expect(lembar[3]?.baris.flat().join(' ')).toContain('isi √ pada periode');
  });

  it('diunggah tanpa diubah: semuanya tetap', async () => {
    const w = await siap();
    const hasil = await w.hasil(await w.unggah(await w.unduh()));
    expect([hasil.jumlah, hasil.masalah]).toEqual([{ tetap: 7 }, []]);
    expect(hasil.isi).not.toContain('/terapkan"');
  });

  it('halamannya dapat dibuka yang boleh melihat rencana, unggahannya hanya koordinator', async () => {
    const w = await siap();
    expect((await w.buka('buku-kerja')).isi).toContain('Unduh buku kerja');
  });
});

describe('perubahan', () => {
  it('uji coba menyebut sel, lama, dan baru; tidak mengubah apa pun; diterapkan tepat seperti itu, dan tercatat sekali', async () => {
    const w = await siap();
    const sebelum = await w.ekspor();
    const hasil = await kirim(w, (b, k) => {
      isi(b, '3.2', k('Kegiatan'), 'Pelatihan pelayanan prima');
      isi(b, '3.2', k('TW I 2024'), 'v');
      isi(b, '3.2', k('TW IV 2024'), '');
      isi(b, '1', k('PJ pendukung'), 'Bagian Hukermas; SDMU');
      b[b.length] = ['', '', '3', 'Survei internal', '', '', '', 'data', ''];
      return b;
    });
    expect([hasil.jumlah, hasil.masalah]).toEqual([{ baru: 1, berubah: 2, tetap: 5 }, []]);
    expect(hasil.isi).toMatch(
      /<b>D7<\/b>[^<]*<span[^>]*>Kegiatan:<\/span> <del[^>]*>Pelatihan service[^<]*<\/del>[\s\S]{0,300}?menjadi<\/span> <span[^>]*>Pelatihan pelayanan prima/,
    );
    expect(await w.ekspor()).toEqual(sebelum);
    expect((await w.terapkan(hasil)).status).toBe(303);
    const sesudah = await w.ekspor();
    const kegiatan = sesudah.prioritas.flatMap((p) => p.kegiatan);
    expect(kegiatan.find((k) => k.kode === '3.2')).toMatchObject({ uraian: 'Pelatihan pelayanan prima', jadwal: ['2024-TW1', '2024-TW2', '2024-TW3'] }); // prettier-ignore
    expect(kegiatan.find((k) => k.kode === '1')?.penanggungJawab).toEqual([
      { unit: 'UMUM' },
      { unit: 'HUKERMAS' },
      { unit: 'SDMU' },
    ]);
    expect(kegiatan.find((k) => k.kode === 'RTL-2023-01')).toMatchObject({
      uraian: 'Survei internal',
      penanggungJawab: [{ unit: 'DATA' }],
    });
    const audit = await uji.sumber.query<{ sumber: string }[]>(
      `SELECT sesudah->>'sumber' AS sumber FROM audit a JOIN instansi i ON i.id = a.instansi_id WHERE i.kode = $1 AND peristiwa = 'rencana.susun_banyak'`,
      [w.instansi],
    );
    expect(audit).toEqual([{ sumber: 'buku kerja' }]);
    expect((await w.terapkan(hasil)).status).toBe(303);
    expect(await w.ekspor()).toEqual(sesudah);
  });

  it('baris diurutkan ulang, baris kosong disisipkan, kolom ditambahkan: tetap dikenali', async () => {
    const w = await siap();
    const hasil = await kirim(w, (b, k) => {
      isi(b, '4', k('Keluaran'), 'Nomor layanan aktif');
      const [judul = [], kepala = [], ...lain] = b;
      return [judul, [...kepala, 'Catatan saya'], [], ...lain.reverse().map((x) => [...x, 'x']), [], []];
    });
    expect([hasil.jumlah, hasil.masalah]).toEqual([{ berubah: 1, tetap: 6 }, []]);
    expect(hasil.isi).toContain('Catatan saya');
  });

  it('baris yang dihapus dari buku tidak membatalkan kegiatannya; kolom Batalkan yang membatalkan', async () => {
    const w = await siap();
    const bita = await suntingBuku(await w.unduh(), (b, k) => {
      isi(b, '5', k('Batalkan'), 'ya');
      return b.filter((x) => x[1] !== '4');
    });
    const hasil = await w.hasil(await w.unggah(bita));
    expect(hasil.jumlah).toEqual({ dibatalkan: 1, tetap: 5 });
    expect(hasil.isi).toContain('1 kegiatan tidak ada dalam berkas, jadi dibiarkan: 4');
    expect((await w.terapkan(hasil)).status).toBe(303);
    expect((await w.ekspor()).prioritas.flatMap((p) => p.kegiatan.map((k) => k.kode))).toEqual([
      '1',
      '2.1',
      '2.2',
      '3.1',
      '3.2',
      '4',
    ]);
    expect((await w.hasil(await w.unggah(bita))).jumlah).toEqual({ tetap: 6 });
  });

  it('unit dengan kode, nama, singkatan; yang salah ketik mendapat saran, beserta alamat selnya', async () => {
    const w = await siap();
    const hasil = await kirim(w, (b, k) => {
      isi(b, '1', k('PJ utama'), 'bagian umum');
      isi(b, '2.1', k('PJ utama'), 'Bagain Perencanaan dan Organisasi');
      isi(b, '2.2', k('Unsur'), 'U99');
      isi(b, '3.1', k('TW I 2024'), 'barangkali');
      isi(b, '3.2', k('Kegiatan'), '');
      return b;
    });
    expect(hasil.jumlah).toEqual({ ditolak: 4, tetap: 3 });
    expect(hasil.masalah).toEqual([
      ['H4', expect.stringContaining('barangkali PERENCANAAN – Bagian Perencanaan dan Organisasi')],
      ['E5', '"U99" bukan unsur instansi ini'],
      ['J6', '"barangkali" bukan centang; isi √ atau kosongkan'],
      ['D7', 'Tuliskan kegiatannya'],
    ]);
    const galat = await bacaBuku(await w.unduh(`${hasil.jalur}/galat.xlsx`), 500, 100);
    expect(galat[0]?.baris[3]?.[7]).toBe('Bagain Perencanaan dan Organisasi');
    const perbaikan = await kirim(
      w,
      (b, k) => {
        isi(b, '2.1', k('PJ utama'), 'PERENCANAAN');
        isi(b, '2.2', k('Unsur'), 'Waktu Penyelesaian');
        isi(b, '3.1', k('TW I 2024'), '√');
        isi(b, '3.2', k('Kegiatan'), 'Pelatihan');
        return b;
      },
      await w.unduh(`${hasil.jalur}/galat.xlsx`),
    );
    expect([perbaikan.jumlah, perbaikan.masalah]).toEqual([{ berubah: 2, tetap: 5 }, []]);
  });

  it('baris yang disalin: dengan kode yang sama ditolak, tanpa kode menjadi kegiatan baru', async () => {
    const w = await siap();
    const hasil = await kirim(w, (b) => {
      const asli = b[cari(b, '4')] ?? [];
      return [...b.slice(0, 9), [...asli], asli.map((s, k) => (k === 1 ? '' : k === 3 ? 'Kanal kedua' : s))];
    });
    expect(hasil.jumlah).toEqual({ baru: 1, ditolak: 1, tetap: 7 });
    expect(hasil.masalah).toEqual([['B10', '4 sudah ada pada baris 8; kosongkan kodenya bila ini kegiatan baru']]);
  });

  it('kolom A yang tidak ikut diurutkan ketahuan, bukan tertukar diam-diam', async () => {
    const w = await siap();
    const hasil = await kirim(w, (b) => {
      const [x, y] = [b[2]?.[0] ?? '', b[3]?.[0] ?? ''];
      if (b[2] && b[3]) [b[2][0], b[3][0]] = [y, x];
      return b;
    });
    expect(hasil.jumlah).toEqual({ ditolak: 2, tetap: 5 });
    expect(hasil.masalah[0]?.[1]).toContain('milik 2.1, tetapi kodenya tertulis 1');
  });
});

describe('rencana berubah di tengah jalan', () => {
  const satuPerubahan: Ubah = (b, k) => {
    isi(b, '4', k('Indikator'), 'Dua kanal');
    return b;
  };

  it('hasil yang sudah diperiksa tidak diterapkan pada rencana yang lain; diperiksa lagi dapat', async () => {
    const w = await siap();
    const kedua = await w.sebagai('Budi Koordinator');
    const hasil = await kirim(w, satuPerubahan);
    const punyaBudi = await kirim(kedua, (b, k) => {
      isi(b, '5', k('Keluaran'), 'Tiga aplikasi');
      return b;
    });
    expect((await kedua.terapkan(punyaBudi)).status).toBe(303);
    const sebelum = await w.ekspor();
    const ditolak = await w.terapkan(hasil);
    expect([ditolak.status, ditolak.isi.includes('sudah berubah sejak diperiksa')]).toEqual([409, true]);
    expect(await w.ekspor()).toEqual(sebelum);
    const ulang = await w.hasil(await w.kirim(`${hasil.jalur}/ulangi`));
    expect(ulang.jumlah).toEqual({ berubah: 1, tetap: 6 });
    expect((await w.terapkan(ulang)).status).toBe(303);
    const kegiatan = (await w.ekspor()).prioritas.flatMap((p) => p.kegiatan);
    expect([kegiatan.find((k) => k.kode === '4')?.indikator, kegiatan.find((k) => k.kode === '5')?.keluaran]).toEqual(['Dua kanal', 'Tiga aplikasi']); // prettier-ignore
  });

  it('kegiatan yang diubah dua orang: yang kedua diberi tahu oleh siapa dan apa, tidak menimpa', async () => {
    const w = await siap();
    const kedua = await w.sebagai('Budi Koordinator');
    const lama = await w.unduh();
    await kedua.terapkan(await kirim(kedua, (b, k) => (isi(b, '4', k('Indikator'), 'Tiga kanal'), b)));
    const hasil = await kirim(w, satuPerubahan, lama);
    expect(hasil.jumlah).toEqual({ ditolak: 1, tetap: 6 });
    expect(hasil.masalah[0]?.[0]).toBe('G8');
    expect(hasil.masalah[0]?.[1]).toMatch(/Diubah Budi Koordinator pada .* Kini Indikator: "Tiga kanal"/);
  });
});

describe('kiriman yang bukan buku kerja rencana ini', () => {
  const ditolak = async (w: PerambanBuku, bita: Uint8Array, pesan: RegExp) => {
    const { status, isi: html } = await w.unggah(bita);
    expect([status, daftarGalat(html)]).toEqual([422, [['berkas', expect.stringMatching(pesan)]]]);
    const [ada] = await uji.sumber.query<{ n: number }[]>(
      'SELECT count(*)::int AS n FROM uji_buku u JOIN instansi i ON i.id = u.instansi_id WHERE i.kode = $1',
      [w.instansi],
    );
    expect(ada?.n).toBe(0);
  };

  it('instansi lain, lembar lain, bukan xlsx, kosong, makro, terlalu panjang', async () => {
    const [w, lain] = [await siap(), await siap()];
    await ditolak(w, await lain.unduh(), /milik rencana lain/);
    await ditolak(
      w,
      await tulisBuku({ sheets: [{ name: 'Rencana', rows: [['No', 'Prioritas', 'Kegiatan']] }] }),
      /bukan unduhan dari Tuntas/,
    );
    await ditolak(w, Buffer.from('No,Kegiatan\n1,x'), /bukan buku kerja Excel/);
    await ditolak(w, new Uint8Array(), /Pilih berkas/);
    const panjang = await suntingBuku(await w.unduh(), (b, k) => [
      ...b,
      ...Array.from({ length: 6_000 }, (_, i) => Object.assign([] as string[], { [k('Prioritas')]: '1', [k('Kegiatan')]: `K ${i}` })).map((r) => Array.from(r, (s: string | undefined) => s ?? '')), // prettier-ignore
    ]);
    await ditolak(w, panjang, /lebih dari 5\.000 baris/);
  });

  it('rumus dibaca sebagai hasilnya; teks yang mirip rumus tetap teks di unduhan', async () => {
    const w = await siap();
    const hasil = await kirim(w, (b, k) => (isi(b, '1', k('Keluaran'), '=HYPERLINK("http://jahat")'), b));
    await w.terapkan(hasil);
    const [lembar] = await bacaBuku(await w.unduh(), 500, 100);
    expect(lembar?.baris[2]?.[5]).toBe('=HYPERLINK("http://jahat")');
  });

  it('rencana yang diajukan terkunci: unggahan dan tempelan ditolak dengan sebabnya', async () => {
    const w = await PerambanBuku.siapkan(uji, kasn, `KASN-${(nomor += 1)}`, (r) => ({ ...r, status: 'ditetapkan' }));
    const balasan = await w.unggah(await w.unduh());
    expect([balasan.status, balasan.isi.includes('sudah ditetapkan, jadi terkunci')]).toEqual([422, true]);
    const tempelan = await w.tempel('Prioritas\tKegiatan\n1\tTeks yang sudah ditempel');
    expect([tempelan.status, daftarGalat(tempelan.isi)]).toEqual([422, [['tabel', expect.stringContaining('jadi terkunci')]]]);
    expect(tempelan.isi).toContain('Teks yang sudah ditempel');
    expect((await w.buka('buku-kerja')).isi).not.toContain('type="file"');
  });
});

describe('tempelan yang tidak terbaca', () => {
  it.each([
    ['', '', 'tabel'],
    ['satu kalimat saja', '', 'tabel'],
    ['No\tPrioritas Unsur\tProgram/Kegiatan\n1\tx\ty', 'dua ribu', 'tahun'],
  ])('%j (%j) kembali beserta ketikannya', async (tabel, tahun, medan) => {
    const w = await siap();
    const { status, isi: html } = await w.kirim('tempel', { tabel, tahun });
    expect([status, daftarGalat(html).map(([m]) => m)]).toEqual([422, [medan]]);
  });

  it('prioritas baru yang mirip dengan yang ada diberi catatan; baris tanpa prioritas ditolak', async () => {
    const w = await siap();
    const hasil = await w.hasil(
      await w.tempel([
        ['Prioritas Unsur', 'Kegiatan', 'TW I', 'PJ'],
        ['', 'Tanpa prioritas', 'v', 'UMUM'],
        ['Perilaku Pelaksna', 'Teladan', 'x', 'UMUM'],
      ], '2024'), // prettier-ignore
    );
    expect(hasil.jumlah).toEqual({ baru: 1, ditolak: 1 });
    expect(hasil.masalah).toEqual([['A2', 'Tuliskan prioritasnya']]);
    expect(hasil.isi).toContain('mirip dengan &quot;3. Perilaku Pelaksana&quot;');
  });
});
