import { GalatPengguna } from '../../src/shared/galat';
import { bukuUji, zipUji } from '../support/buku-uji';
import { bacaUji, berkasUji, instrumenBawaan, jawabanUji } from '../support/respons-uji';

const KODE = Array.from({ length: 9 }, (_, k) => `U${k + 1}`);
const BARIS = jawabanUji(20);
const csv = (judul: readonly string[], baris: readonly (readonly (string | number)[])[]) =>
  [judul, ...baris].map((b) => b.join(',')).join('\n');

async function galat(nama: string, isi: string | Buffer): Promise<string> {
  const hasil = await bacaUji(berkasUji(nama, isi, 65_536)).catch((g: unknown) => g);
  expect(hasil).toBeInstanceOf(GalatPengguna);
  return (hasil as GalatPengguna).message;
}

/** The container of locked workbooks and of the old .xls, with the name of one stream in its directory. */
const ole = (aliran: string) =>
  Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(1_016), Buffer.from(aliran, 'utf16le'), Buffer.alloc(600)]); // prettier-ignore
const bom = () => zipUji([['xl/workbook.xml', '<workbook/>'], ['xl/worksheets/sheet1.xml', Buffer.alloc(60_000_000, 0x20)]]); // prettier-ignore

describe('berkas yang bukan tabel: satu kalimat yang menyebut apa yang harus dilakukan', () => {
  it.each([
    ['kosong.csv', '', /kosong/],
    ['spasi.csv', '\n\n \n', /kosong/],
    ['judul.csv', `${KODE.join(',')}\n`, /hanya memuat judul/],
    ['foto.xlsx', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]), /gambar PNG/],
    ['dok.csv', Buffer.from('%PDF-1.7 \n…'), /dokumen PDF/],
    ['ekspor.xls', '<html><table><tr><td>U1</td></tr></table></html>', /halaman web/],
    ['kunci.xlsx', ole('EncryptedPackage'), /kata sandi/],
    ['lama.xls', ole('Workbook'), /\.xls.*simpan sebagai \.xlsx/],
    ['bom.xlsx', bom(), /membengkak/],
    ['rusak.xlsx', bukuUji([{ nama: 'A', baris: [KODE, ...BARIS] }]).subarray(0, 900), /rusak/],
    ['kunci-zip.xlsx', zipUji([['xl/workbook.xml', '<workbook/>']], 1), /kata sandi/],
    ['tabel.ods', zipUji([['mimetype', 'x'], ['content.xml', '<x/>']]), /ODS.*\.xlsx/],
    ['arsip.zip', zipUji([['a.csv', 'U1,U2\n1,2']]), /arsip zip/],
    ['kutip.csv', `${csv(KODE, BARIS.slice(0, 3))}\n"4,3,3,3,3,3,3,3,3\n${csv(BARIS[0]?.map(String) ?? [], BARIS)}`, /baris 5 tidak ditutup/],
    ['lebar.csv', csv(Array.from({ length: 10_000 }, (_, i) => `K${i}`), [Array.from({ length: 10_000 }, () => 1)]), /lebih dari 1000 kolom/],
    ['lebar.xlsx', bukuUji([{ nama: 'A', baris: [Array.from({ length: 10_000 }, (_, i) => `K${i}`)] }]), /lebih dari 1000 kolom/],
    ['nol.csv', `${csv(KODE, BARIS)}\n4,3,\u0000,3\n`, /bita nol/],
    ['panjang.csv', `${csv(KODE, BARIS)}\n${'3,'.repeat(400)}${'x'.repeat(3_000_000)}`, /lebih panjang dari 1 MB/],
  ])('%s', async (nama, isi, kalimat) => {
    expect(await galat(nama, isi)).toMatch(kalimat);
  }); // prettier-ignore

  it('satu baris 100 MB ditolak tanpa dibaca sampai habis', async () => {
    const mulai = process.memoryUsage.rss();
    expect(await galat('sebaris.csv', Buffer.alloc(100_000_000, '3'))).toMatch(/lebih panjang dari 1 MB/);
    expect(process.memoryUsage.rss() - mulai).toBeLessThan(200_000_000);
  });
});

describe('susunan yang tidak boleh diimpor', () => {
  const masalah = async (
    judul: readonly string[],
    baris: readonly (readonly (string | number)[])[],
    kode = 'PERMENPAN-14-2017',
  ) => (await bacaUji(berkasUji('a.csv', csv(judul, baris)), instrumenBawaan(kode))).susunan.masalah;

  it('tanpa unsur', async () => {
    expect(await masalah(['Nama', 'P1', 'P2', 'P3'], [['a', 1, 2, 3], ['b', 2, 3, 4]])).toMatchObject([{ kode: 'tanpa-unsur' }]); // prettier-ignore
  });
  it('dua kolom mengaku U3', async () => {
    const [satu] = await masalah(
      [...KODE, 'U3'],
      BARIS.map((b) => [...b, 2]),
    );
    expect(satu).toMatchObject({ kode: 'unsur-ganda', kolom: [2, 9] });
    expect(satu?.pesan).toContain('2 kolom mengaku U3 (Waktu Penyelesaian)');
  });
  it('unsur yang tidak ada disebut namanya', async () => {
    const [satu] = await masalah(
      KODE.slice(0, 8),
      BARIS.map((b) => b.slice(0, 8)),
    );
    expect(satu).toMatchObject({ kode: 'unsur-hilang' });
    expect(satu?.pesan).toContain('U9 (Sarana dan Prasarana)');
  });
  it('kode dan nama yang berlainan ditanyakan; nama menang hanya bila dipilih', async () => {
    const judul = [...KODE.slice(0, 7), 'U8 Sarana dan prasarana', 'U9 Penanganan pengaduan'];
    const berkas = berkasUji('a.csv', csv(judul, BARIS));
    const { susunan, jumlah } = await bacaUji(berkas);
    expect(susunan.masalah).toMatchObject([{ kode: 'kode-nama-berbeda', kolom: [7, 8] }]);
    const usul = susunan.masalah[0]?.usul ?? {};
    const dipilih = await bacaUji(berkas, undefined, { arti: usul });
    expect([dipilih.jumlah['U8'], dipilih.jumlah['U9']]).toEqual([jumlah['U9'], jumlah['U8']]);
    expect([jumlah['U8'], jumlah['U9']]).not.toEqual([jumlah['U9'], jumlah['U8']]);
  });
  it('empat belas kode pada instrumen sembilan unsur: instrumennya yang salah', async () => {
    const judul = Array.from({ length: 14 }, (_, k) => `U${k + 1}`);
    expect(await masalah(judul, jawabanUji(9, 14))).toMatchObject([{ kode: 'kode-asing' }]);
    expect(await masalah(judul, jawabanUji(9, 14), 'KEP-25-2004')).toEqual([]);
  });
  it('nama menurut instrumen lain yang sama banyak unsurnya: instrumen itu disebut', async () => {
    const judul = instrumenBawaan('PERMENPAN-16-2014').unsur.map((u) => `"${u.kode} ${u.nama}"`);
    expect((await masalah(judul, BARIS))[0]?.pesan).toContain('Menurut PERMENPAN-16-2014 keduanya sejalan');
    expect(await masalah(judul, BARIS, 'PERMENPAN-16-2014')).toEqual([]);
  });
  it('angka dan kata yang bertentangan', async () => {
    const terbalik = ['', '1 - Sangat sesuai', '2 - Sesuai', '3 - Kurang sesuai', '4 - Tidak sesuai'];
    expect(await masalah(KODE, BARIS.map((b) => b.map((n) => terbalik[n] ?? '')))).toMatchObject(KODE.map(() => ({ kode: 'tangga-tidak-jelas' }))); // prettier-ignore
  });
});

describe('baris yang tidak dapat dibaca', () => {
  it('disebut nomor baris dan alasannya; lainnya tetap terbaca', async () => {
    const baris = ['4,4,4,4,4,4,4,4,4', '5,4,4,4,4,4,4,4,4', '4,0,4,4,4,4,4,4,4', '4,4,"3,5",4,4,4,4,4,4', '4,4,=1+1,4,4,4,4,4,@x', '-,,4,4,4,4,4,4,4', '4,4,4,4,4,4,4,4,-3', 'x,4,4,4,4,4,4,4,4'];
    const { ditolak, hasil } = await bacaUji(berkasUji('a.csv', `${KODE.join(',')}\n${baris.join('\n')}\n`));
    expect(ditolak.map((d) => [d.baris, d.alasan])).toEqual([
      [3, 'U1: jawaban “5” di luar skala 1–4'],
      [4, 'U2: jawaban “0” di luar skala 1–4'],
      [5, 'U3: jawaban “3,5” bukan bilangan bulat pada skala 1–4'],
      [6, 'U3: jawaban “=1+1” tidak dikenali; U9: jawaban “@x” tidak dikenali'],
      [8, 'U9: jawaban “-3” di luar skala 1–4'],
      [9, 'U1: jawaban “x” tidak dikenali'],
    ]);
    expect(hasil).toMatchObject({ diterima: 2, ditolak: 6 });
    expect(hasil.unsur.slice(0, 3)).toMatchObject([{ n: 1, jumlah: 4 }, { n: 1, jumlah: 4 }, { n: 2, jumlah: 8 }]);
  }); // prettier-ignore

  it('identitas disamarkan dalam daftar yang ditolak', async () => {
    const { ditolak } = await bacaUji(berkasUji('a.csv', csv(['Nama', 'Catatan', ...KODE], [['Budi', 'hubungi 081234567890', ...(BARIS[0] ?? [])], ['Budi', 'hubungi 081234567890', 9, ...(BARIS[0]?.slice(1) ?? [])]]))); // prettier-ignore
    expect(ditolak).toHaveLength(1);
    expect(JSON.stringify(ditolak)).not.toMatch(/Budi|0812/);
  });

  it('kiriman ganda ditunjuk, tidak dibuang', async () => {
    const b = BARIS[0] ?? [];
    const judul = ['Timestamp', 'Usia', ...KODE];
    const isi = [['2024/05/08 9:15:23 AM GMT+7', 30, ...b], ['2024/05/08 9:16:00 AM GMT+7', 30, ...b], ['2024/05/08 9:16:10 AM GMT+7', 31, ...b], ['2024/05/08 3:16:00 PM GMT+7', 30, ...b]]; // prettier-ignore
    const saat = await bacaUji(berkasUji('a.csv', csv(judul, isi)));
    expect(saat.hasil).toMatchObject({ diterima: 4, jumlahGanda: 1, ganda: [{ baris: 3, samaDengan: 2 }] });
    const kode = await bacaUji(
      berkasUji(
        'a.csv',
        csv(
          ['Response ID', ...KODE],
          [
            ['r1', ...b],
            ['r2', ...b],
            ['r1', ...b],
          ],
        ),
      ),
    );
    expect(kode.hasil).toMatchObject({ diterima: 3, ganda: [{ baris: 4, samaDengan: 2 }] });
    expect(JSON.stringify(kode.blok)).not.toContain('r1');
  });
});
