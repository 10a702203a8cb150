import { INSTRUMEN_BAWAAN } from '../../instrumen/instrumen.bawaan';
import { PengenalUnsur } from './kenali-unsur.rules';
import { bacaTabelUnsur, selTeks, type CaraIsi } from './tempel.rules';

const [P14, P16, KEP] = INSTRUMEN_BAWAAN as [
  (typeof INSTRUMEN_BAWAAN)[number],
  (typeof INSTRUMEN_BAWAAN)[number],
  (typeof INSTRUMEN_BAWAAN)[number],
];
const baca = (teks: string, cara: CaraIsi = 'nilai', instrumen = P14) => bacaTabelUnsur(selTeks(teks), instrumen, cara);
const ringkas = (teks: string, cara?: CaraIsi) =>
  baca(teks, cara).unsur.map((u) => `${u.unsur}=${u.n ?? ''}:${u.jumlah ?? ''}${u.angka ?? ''}`);

describe('unsur dikenali dari kode atau namanya', () => {
  const pengenal = new PengenalUnsur(P14.unsur);
  it.each([
    ['U8', 'U8'], ['u 8', 'U8'], ['U.9', 'U9'], ['(U9) Sarana dan Prasarana', 'U9'], ['Sarana dan prasarana', 'U9'], ['Kualitas sarana prasarana', 'U9'],
    ['Penanganan Pengaduan, Saran dan Masukan', 'U8'], ['Pengaduan', 'U8'], ['Biaya / Tarif', 'U4'], ['Waktu', 'U3'], ['Kecepatan waktu pelayanan', 'U3'],
    ['Kompetensi/kemampuan petugas', 'U6'], ['Perilaku petugas pelayanan', 'U7'], ['Fasilitas', 'U9'], ['Produk spesifikasi jenis pelayanan', 'U5'],
    ['Prosedur', 'U2'], ['Persyaratan pelayanan', 'U1'],
  ])('%s → %s', (teks, unsur) => expect(pengenal.kenali(teks)).toMatchObject({ unsur })); // prettier-ignore
  it.each(['8', '9', 'No', 'Pelaksana', 'Jumlah', 'U10', 'Rata-rata', '', 'Biaya dan waktu'])('tidak ditebak: %s', (teks) =>
    expect(pengenal.kenali(teks)).toBeNull(),
  );
  it('kode dan nama yang bertentangan tidak diputuskan sendiri', () =>
    expect(pengenal.kenali('U8 Sarana dan Prasarana')).toEqual({ bentrok: ['U8', 'U9'] }));
  it.each([P14, P16, KEP].flatMap((i) => i.unsur.map((u) => [i.kode, u.kode, u.nama, i] as const)))(
    '%s: %s %s',
    (_, kode, nama, i) => expect(new PengenalUnsur(i.unsur).kenali(nama)).toEqual({ unsur: kode, cara: 'nama' }),
  );
});

describe('tabel yang ditempel', () => {
  const KPU = [
    'No\tUnsur\tNilai\tMutu', '1\tPersyaratan\t3,53/88,21\tB', '2\tSistem, Mekanisme, dan Prosedur\t3,51/87,74\tB', '8\tSarana dan Prasarana\t3,38/84,43\tB',
    '9\tPenanganan Pengaduan, Saran, dan Masukan\t3,60/90,09\tA', '\tRata-rata\t3,49/87,16\tB',
  ].join('\n'); // prettier-ignore

  it('urutan instansi tetap, U8 dan U9 tidak tertukar', () => {
    expect(ringkas(KPU)).toEqual(['U1=:3,53/88,21', 'U2=:3,51/87,74', 'U9=:3,38/84,43', 'U8=:3,60/90,09']);
    expect(baca(KPU).dilewati).toEqual([
      { baris: 6, isi: 'Rata-rata · 3,49/87,16 · B', alasan: expect.stringContaining('tidak menyebut') as string },
    ]);
  });

  it('baris yang kode dan namanya bertentangan dilewati dengan alasannya', () => {
    const hasil = baca('U8\tSarana dan Prasarana\t3,38\nU1\tPersyaratan\t3,5', 'nrr');
    expect(hasil.unsur.map((u) => u.unsur)).toEqual(['U1']);
    expect(hasil.dilewati[0]).toMatchObject({ baris: 1, alasan: expect.stringContaining('U9') as string });
  });

  it.each<[string, string, CaraIsi, string[]]>([
    ['kolom NRR dan nilai', 'Unsur\tNRR\tKonversi\nU1\t3,53\t88,21', 'nilai', ['U1=:3,53/88,21']],
    ['NRR tertimbang diabaikan', 'Unsur\tNRR\tNRR tertimbang\nU1\t3,53\t0,39', 'nrr', ['U1=:3,53']],
    ['tanpa judul, dari besarnya', 'U1\t3,53\t88,21', 'nilai', ['U1=:3,53/88,21']],
    ['jumlah dan n', 'Unsur\tJumlah nilai\tJumlah responden\nU1\t590\t167', 'jumlah', ['U1=167:590']],
    ['jumlah dan n tanpa judul', 'U1\t590\t167\nU2\t167\t590', 'jumlah', ['U1=167:590', 'U2=167:590']],
    ['titik koma', 'U1;3,53\nU2;3,51', 'nrr', ['U1=:3,53', 'U2=:3,51']],
    ['spasi saja', 'Persyaratan 3,53\nWaktu Penyelesaian 3,4', 'nrr', ['U1=:3,53', 'U3=:3,4']],
    ['mendatar', '\tU1\tU2\tU9\tU8\nJumlah\t590\t580\t570\t600\nNRR\t3,53\t3,51\t3,38\t3,6\nNRR tertimbang\t0,39\t0,39\t0,38\t0,4', 'nrr', ['U1=:3,53', 'U2=:3,51', 'U9=:3,38', 'U8=:3,6']],
  ])('%s', (_, teks, cara, harap) => expect(ringkas(teks, cara)).toEqual(harap)); // prettier-ignore

  it('angka tanpa kode atau nama tidak pernah diambil menurut letaknya', () => {
    expect(baca('3,53\n3,51\n3,40').unsur).toEqual([]);
    expect(baca('1\t3,53\n2\t3,51').unsur).toEqual([]);
  });

  it('dua baris untuk satu unsur: yang kedua dilewati', () =>
    expect(baca('U3\t3,5\nWaktu penyelesaian\t3,6', 'nrr')).toMatchObject({
      unsur: [{ unsur: 'U3', angka: '3,5' }],
      dilewati: [{ baris: 2 }],
    }));

  it('dua angka yang tidak dapat dibedakan tidak ditebak', () => expect(baca('U1\t100\t100', 'jumlah').unsur).toEqual([]));
});
