import { readFileSync } from 'node:fs';
import { Transaksi } from '../../src/database/transaksi';
import { berkasContoh } from '../../src/paket/contoh';
import { EksporQuery, tulisPaket } from '../../src/paket/ekspor.query';
import { hitungPaket } from '../../src/paket/hitung';
import { ImporService } from '../../src/paket/impor.service';
import type { Paket } from '../../src/paket/paket';
import { bacaPaket } from '../../src/paket/paket.baca';
import { BerkasQuery } from '../../src/laporan/berkas.query';
import { hitungRencana } from '../../src/realisasi/hasil.rules';
import { jalankanAplikasiUji, type AplikasiUji } from '../support/aplikasi';

let uji: AplikasiUji;
let impor: ImporService;
let ekspor: EksporQuery;

beforeAll(async () => {
  uji = await jalankanAplikasiUji();
  impor = uji.aplikasi.get(ImporService);
  ekspor = uji.aplikasi.get(EksporQuery);
});

afterAll(() => uji.tutup());

const eksporSistem = (kode: string) =>
  uji.aplikasi.get(Transaksi).sebagaiSistem('uji', kode, () => ekspor.ekspor(kode), 'REPEATABLE READ');

const baca = (isi: unknown): Paket => bacaPaket(Buffer.from(JSON.stringify(isi)));
const contoh = berkasContoh().map(({ nama, jalur }) => ({ nama, paket: bacaPaket(readFileSync(jalur)) }));
const jumlahRekaman = (p: Paket) =>
  1 +
  [p.unit, p.instrumen, p.survei, p.rencana, p.realisasi, p.laporan].reduce((n, d) => n + (d?.length ?? 0), 0) +
  (p.rencana ?? []).reduce((n, r) => n + r.prioritas.reduce((m, q) => m + 1 + q.kegiatan.length, 0), 0);

/** Every row of every table, so that "changes nothing" means nothing. */
async function isiBasisData(): Promise<string> {
  const tabel = await uji.sumber.query<{ nama: string }[]>(
    `SELECT table_name AS nama FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1`,
  );
  const isi: unknown[] = [];
  for (const { nama } of tabel) isi.push([nama, await uji.sumber.query(`SELECT t.* FROM ${nama} t ORDER BY t::text`)]);
  return JSON.stringify(isi);
}

/** An agency that uses what the four examples do not: own instrument, raw answers, sums, unit tree, tidak_dapat, empty lists. */
const lengkap = {
  format: 'tuntas/paket',
  versi: 1,
  instansi: {
    kode: 'DINAS UJI/1',
    nama: 'Dinas "Uji" <b>& Coba</b>',
    singkatan: 'Dinas Uji',
    kota: 'Jayapura',
    zonaWaktu: 'Asia/Jayapura',
    pengaturan: {
      realisasi: { satuan: 'kegiatan', bobotSebagian: 0.25, tidakDapat: 'dikecualikan', pengganti: 'tidak' },
      jumlahPrioritas: 2,
    },
  },
  unit: [
    { kode: 'ANAK', nama: 'Anak', jenis: 'seksi', induk: 'INDUK' },
    { kode: 'INDUK', nama: 'Induk', jenis: 'bidang' },
  ],
  instrumen: [
    {
      kode: 'SENDIRI',
      nama: 'Instrumen sendiri',
      skala: { min: 1, maks: 5 },
      unsur: [
        { kode: 'A', nama: 'Antrean' },
        { kode: 'B', nama: 'Berkas' },
      ],
      mutu: [
        { mutu: 'Baik', kinerja: 'Baik', min: 60 },
        { mutu: 'Buruk', kinerja: 'Buruk', min: 20 },
      ],
    },
  ],
  survei: [
    {
      kode: 'R',
      judul: 'Mentah',
      instrumen: 'SENDIRI',
      periode: { jenis: 'triwulan', tahun: 2025, ke: 3 },
      respons: { unsur: ['B', 'A'], baris: ['51', '4-', '33'] },
    },
    {
      kode: 'S',
      judul: 'Jumlah',
      instrumen: 'SENDIRI',
      periode: { jenis: 'tahun', tahun: 2025 },
      jumlahPerUnsur: { n: 10, jumlah: { A: 41, B: 33 } },
      respondenPerLayanan: [{ unit: 'ANAK', jumlah: 10 }],
    },
    {
      kode: 'T',
      judul: 'Jumlah per unsur',
      instrumen: 'SENDIRI',
      periode: { jenis: 'tahun', tahun: 2024 },
      jumlahPerUnsur: { n: { A: 9, B: 0 }, jumlah: { A: 41, B: 0 } },
    },
  ],
  rencana: [
    {
      kode: 'RTL',
      judul: 'Rencana',
      survei: 'R',
      satuanJadwal: 'triwulan',
      status: 'diajukan',
      prioritas: [
        {
          no: 1,
          judul: 'Antrean',
          unsur: ['A'],
          kegiatan: [
            {
              kode: 'k 1',
              uraian: 'Satu',
              jadwal: ['2026-S1'],
              penanggungJawab: [{ unit: 'ANAK' }, { kelompok: 'seluruh Pokja' }],
              indikator: 'i',
            },
            { kode: 'k 2', uraian: 'Dua', jadwal: [], penanggungJawab: [] },
          ],
        },
        { no: 7, judul: 'Kosong', unsur: [], alasan: 'saran', kegiatan: [] },
      ],
    },
  ],
  realisasi: [
    { rencana: 'RTL', kegiatan: 'k 1', periode: '2026-TW1', status: 'sebagian', deskripsi: 'x', mulai: '2026-01', bukti: [] },
    {
      rencana: 'RTL',
      kegiatan: 'k 1',
      periode: '2026-TW2',
      status: 'sudah',
      deskripsi: 'y',
      bukti: [{ jenis: 'foto', berkas: 'a.jpg', tanggal: '2026-05' }],
    },
    { rencana: 'RTL', kegiatan: 'k 2', status: 'tidak_dapat', deskripsi: '', hambatan: '' },
  ],
  laporan: [
    {
      jenis: 'hasil-tindak-lanjut',
      rencana: 'RTL',
      tanggal: '2026-07',
      tempat: 'Jayapura',
      penandatangan: { jabatan: 'Plt. Kepala', nama: 'Siti', pangkat: 'Pembina' },
      persenTertulis: 99.5,
      kesimpulanTambahan: [],
    },
  ],
};

describe.each([...contoh, { nama: 'instansi dengan segala bentuk', paket: baca(lengkap) }])('$nama', ({ paket }) => {
  it('impor pertama semuanya baru, impor kedua tidak mengubah satu baris pun', async () => {
    const jumlah = jumlahRekaman(paket);
    expect(await impor.imporSistem(paket, 'uji')).toEqual({ baru: jumlah, berubah: 0, tetap: 0, dibiarkan: 0 });
    const sesudah = await isiBasisData();
    expect(await impor.imporSistem(paket, 'uji')).toEqual({ baru: 0, berubah: 0, tetap: jumlah, dibiarkan: 0 });
    expect(await isiBasisData()).toBe(sesudah);
  });

  it('ekspor memberi hitungan yang sama dan mengimpor ke isi yang sama', async () => {
    const hasil = await eksporSistem(paket.instansi.kode);
    if (!hasil) throw new Error('instansi tidak ditemukan');
    const kembali = bacaPaket(Buffer.from(tulisPaket(hasil)));
    expect(JSON.stringify(hitungPaket(kembali))).toBe(JSON.stringify(hitungPaket(paket)));
    const sebelum = await isiBasisData();
    expect(await impor.imporSistem(kembali, 'uji')).toMatchObject({ baru: 0, berubah: 0, dibiarkan: 0 });
    expect(await isiBasisData()).toBe(sebelum);
  });

  it('angka dari basis data sama dengan angka dari paket', async () => {
    const { kode } = paket.instansi;
    const berkas = await uji.aplikasi
      .get(Transaksi)
      .sebagaiSistem('uji', kode, () => uji.aplikasi.get(BerkasQuery).semuaRencana(kode));
    const dariPaket = hitungPaket(paket).rencana;
    expect(berkas?.map((b) => hitungRencana(b).temuan)).toEqual(dariPaket.map((r) => r.pemeriksaan));
    expect(berkas?.map((b) => hitungRencana(b).pekppp8)).toEqual(dariPaket.map((r) => r.pekppp8));
  });
});

it('yang berubah ditulis ulang, yang tidak disebut dibiarkan, aturan menjadi versi baru', async () => {
  const awal = structuredClone(lengkap);
  awal.instansi.kode = 'BERUBAH';
  for (const r of awal.rencana) r.status = 'draf'; // one that is diajukan no paket changes
  await impor.imporSistem(baca(awal), 'uji');
  const ubah = structuredClone(awal);
  ubah.instansi.pengaturan.realisasi.bobotSebagian = 0.5;
  ubah.survei[0] = { ...ubah.survei[0], respons: { unsur: ['B', 'A'], baris: ['51', '44'] } } as (typeof ubah.survei)[0];
  ubah.realisasi = ubah.realisasi.slice(0, 1);
  ubah.rencana[0]?.prioritas[0]?.kegiatan[0]?.penanggungJawab.pop();
  expect(await impor.imporSistem(baca(ubah), 'uji')).toMatchObject({ baru: 0, berubah: 3, dibiarkan: 2 });

  const hasil = await eksporSistem('BERUBAH');
  expect(hasil?.instansi.pengaturan?.realisasi?.bobotSebagian).toBe(0.5);
  expect(hasil?.survei?.[0]?.respons?.baris).toEqual(['51', '44']);
  expect(hasil?.realisasi).toHaveLength(3);
  expect(hasil?.rencana?.[0]?.prioritas[0]?.kegiatan[0]?.penanggungJawab).toEqual([{ unit: 'ANAK' }]);
  const versi = await uji.sumber.query<{ versi: number }[]>(
    `SELECT versi FROM aturan_realisasi a JOIN instansi i ON i.id = a.instansi_id WHERE i.kode = 'BERUBAH' ORDER BY versi`,
  );
  expect(versi.map((v) => v.versi)).toEqual([1, 2]);
});

it('koneksi yang putus di tengah impor tidak meninggalkan apa pun', async () => {
  const besar = structuredClone(lengkap);
  besar.instansi.kode = 'PUTUS';
  besar.survei[0] = {
    ...besar.survei[0],
    respons: { unsur: ['B', 'A'], baris: Array.from({ length: 400_000 }, () => '51') },
  } as (typeof besar.survei)[0];
  const berjalan = impor.imporSistem(baca(besar), 'uji').then(
    () => 'selesai',
    () => 'gagal',
  );
  let putus = false;
  while (!putus) {
    const [baris] = await uji.sumber.query<{ putus: boolean | null }[]>(
      `SELECT bool_or(pg_terminate_backend(pid)) AS putus FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid() AND query LIKE 'INSERT INTO respons%' AND state = 'active'`,
    );
    putus = baris?.putus === true;
  }
  expect(await berjalan).toBe('gagal');
  expect(await eksporSistem('PUTUS')).toBeNull();
  expect(await uji.sumber.query(`SELECT 1 FROM instansi WHERE kode = 'PUTUS'`)).toEqual([]);
  expect(await impor.imporSistem(baca(besar), 'uji')).toMatchObject({ berubah: 0, tetap: 0 });
});

it('dua impor instansi yang sama pada saat yang sama tidak saling merusak', async () => {
  const sama = structuredClone(lengkap);
  sama.instansi.kode = 'BERSAMAAN';
  const hasil = await Promise.all([impor.imporSistem(baca(sama), 'uji'), impor.imporSistem(baca(sama), 'uji')]);
  const jumlah = jumlahRekaman(baca(sama));
  expect(hasil.map((h) => h.baru).sort((a, b) => a - b)).toEqual([0, jumlah]);
});
