import { readFileSync } from 'node:fs';
import { berkasContoh } from '../../src/paket/contoh';
import { ImporService } from '../../src/paket/impor.service';
import type { Paket } from '../../src/paket/paket';
import { bacaPaket } from '../../src/paket/paket.baca';
import { jalankanAplikasiUji, type AplikasiUji } from './aplikasi';
import { masukSebagai, type OrangUji } from './orang';

/** The application with people in it. */
export interface SitusUji extends AplikasiUji {
  /** reads everything: inspector of all agencies of the site */
  readonly inspektur: OrangUji;
}

/** The application with the four example agencies and one made to hurt: hostile text, own instrument, every odd case of a plan. */
export async function jalankanSitusUji(): Promise<SitusUji> {
  const uji = await jalankanAplikasiUji();
  const impor = uji.aplikasi.get(ImporService);
  const contoh = berkasContoh().map(({ jalur }) => bacaPaket(readFileSync(jalur)));
  for (const paket of [...contoh, paketGanjil()]) await impor.imporSistem(paket, 'uji');
  const kode = [...contoh, paketGanjil()].map((p) => p.instansi.kode);
  const inspektur = await masukSebagai(
    uji.sumber,
    kode.map((instansi) => ({ instansi, peran: 'inspektur' })),
  );
  return { ...uji, inspektur };
}

export const KODE_GANJIL = 'A/B "<i>';
export const TEKS_JAHAT = `<script>alert(1)</script><img src=x onerror="alert(2)">' " & {{7*7}}`;

/** What the four documents do not have: own scale, 14 unsur, raw answers, sums, ties, empty plans, several years, all four states. */
export function paketGanjil(): Paket {
  const respons = ['12345', '55555', '1-234', '33333'];
  return bacaPaket(
    Buffer.from(
      JSON.stringify({
        format: 'tuntas/paket',
        versi: 1,
        instansi: {
          kode: KODE_GANJIL,
          nama: `Dinas ${TEKS_JAHAT}`,
          singkatan: 'Ganjil',
          kota: 'Jayapura',
          zonaWaktu: 'Asia/Jayapura',
          situs: 'javascript:alert(3)',
          pengaturan: {
            realisasi: { satuan: 'kegiatan', bobotSebagian: 0.25, tidakDapat: 'dikecualikan', pengganti: 'tidak' },
            jumlahPrioritas: 2,
          },
        },
        unit: [
          { kode: 'SEKSI', nama: `Seksi ${TEKS_JAHAT}`, jenis: 'seksi', induk: 'BIDANG' },
          { kode: 'BIDANG', nama: 'Bidang', jenis: 'bidang' },
        ],
        instrumen: [
          {
            kode: 'LIMA',
            nama: 'Instrumen lima',
            skala: { min: 1, maks: 5 },
            unsur: ['A', 'B', 'C', 'D', 'E'].map((kode) => ({ kode, nama: `Unsur ${kode}` })),
            mutu: [
              { mutu: 'Baik', kinerja: 'Memuaskan', min: 80 },
              { mutu: 'Buruk', kinerja: 'Mengecewakan', min: 20 },
            ],
          },
        ],
        survei: [
          {
            kode: 'R',
            judul: 'Jawaban mentah',
            instrumen: 'LIMA',
            periode: { jenis: 'triwulan', tahun: 2024, ke: 1 },
            respons: { unsur: ['A', 'B', 'C', 'D', 'E'], baris: respons },
          },
          {
            kode: 'J',
            judul: 'Jumlah 14 unsur',
            instrumen: 'KEP-25-2004',
            periode: { jenis: 'tahun', tahun: 2024 },
            tanggalTerbit: '2024-02',
            populasi: 100000,
            jumlahResponden: 100,
            jumlahPerUnsur: {
              n: 100,
              jumlah: Object.fromEntries(Array.from({ length: 14 }, (_, i) => [`U${i + 1}`, i < 3 ? 280 : 300 + i])),
            },
          },
        ],
        rencana: [
          { kode: 'KOSONG', judul: 'Rencana tanpa kegiatan', satuanJadwal: 'triwulan', status: 'draf', prioritas: [] },
          {
            kode: 'P Q',
            judul: `Rencana ${TEKS_JAHAT}`,
            survei: 'J',
            satuanJadwal: 'triwulan',
            status: 'diajukan',
            prioritas: [
              {
                no: 1,
                judul: TEKS_JAHAT,
                unsur: ['U1'],
                kegiatan: [
                  {
                    kode: 'a/1',
                    uraian: TEKS_JAHAT,
                    jadwal: ['2024', '2025-S1'],
                    penanggungJawab: [{ unit: 'SEKSI' }, { kelompok: TEKS_JAHAT }],
                  },
                  { kode: 'a#2?', uraian: 'Tidak dapat', jadwal: ['2025-TW4'], penanggungJawab: [{ unit: 'BIDANG' }] },
                ],
              },
              { no: 2, judul: 'Tanpa kegiatan', unsur: ['U2'], kegiatan: [] },
              {
                no: 3,
                judul: 'Lain',
                unsur: [],
                kegiatan: [{ kode: 'b', uraian: 'Diganti', jadwal: ['2024-TW1'], penanggungJawab: [] }],
              },
            ],
          },
        ],
        realisasi: [
          {
            rencana: 'P Q',
            kegiatan: 'a/1',
            periode: '2024-TW1',
            status: 'sebagian',
            deskripsi: TEKS_JAHAT,
            hambatan: TEKS_JAHAT,
          },
          {
            rencana: 'P Q',
            kegiatan: 'a/1',
            periode: '2025-TW2',
            status: 'sudah',
            deskripsi: 'Selesai',
            bukti: [
              { jenis: 'tautan', url: 'https://example.org/?a=1&b="2"', keterangan: TEKS_JAHAT, tanggal: '2025-05' },
              { jenis: 'foto', berkas: 'foto <b>.jpg' },
            ],
          },
          { rencana: 'P Q', kegiatan: 'a#2?', status: 'tidak_dapat', deskripsi: 'Kewenangan pusat' },
          { rencana: 'P Q', kegiatan: 'b', periode: '2024-TW1', status: 'sudah', deskripsi: 'x', kegiatanPengganti: TEKS_JAHAT },
        ],
        laporan: [
          {
            jenis: 'hasil-tindak-lanjut',
            rencana: 'P Q',
            tanggal: '2025-06',
            tempat: 'Jayapura',
            penandatangan: { jabatan: TEKS_JAHAT, nama: TEKS_JAHAT },
            persenTertulis: 12.5,
          },
        ],
      }),
    ),
  );
}
