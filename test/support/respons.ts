import type { DataSource } from 'typeorm';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { PeriksaService } from '../../src/survei/impor/periksa.service';
import { ImporService } from '../../src/paket/impor.service';
import { bacaPaket } from '../../src/paket/paket.baca';
import type { Balasan, PerambanOrganisasi } from './organisasi';

/** An agency with a draft survey on Permenpan 14/2017, into which answers may come. */
export async function buatSurveiDraf(aplikasi: NestExpressApplication, kode: string): Promise<void> {
  const survei = { instrumen: 'PERMENPAN-14-2017', periode: { jenis: 'semester', tahun: 2026, ke: 1 } };
  const paket = {
    format: 'tuntas/paket',
    versi: 1,
    instansi: { kode, nama: `Dinas ${kode}`, singkatan: kode, kota: 'Ambon', zonaWaktu: 'Asia/Jayapura' },
    unit: [{ kode: 'INDUK', nama: 'Sekretariat', jenis: 'sekretariat' }],
    survei: [
      { ...survei, kode: 'DRAF', judul: 'SKM Semester I 2026', status: 'draf' },
      { ...survei, kode: 'TETAP', judul: 'SKM Semester II 2025', terbit: { nilai: 80 } },
    ],
  };
  await aplikasi.get(ImporService).imporSistem(bacaPaket(Buffer.from(JSON.stringify(paket))), 'uji');
}

/** `[3, 3, 4 …]` for respondent `i`: a fixed sequence, every score occurs. */
export const jawabanKe = (i: number): number[] => Array.from({ length: 9 }, (_, u) => 1 + ((i * 7 + u * 5 + ((i * u) % 3)) % 4));

/** The olah data sheet of an office, with its totals below. */
export function csvOlahData(n: number, pemisah = ','): string {
  const judul = [
    'No',
    'Nama',
    'Usia',
    'Jenis Kelamin',
    'Pendidikan',
    'Pekerjaan',
    ...Array.from({ length: 9 }, (_, i) => `U${i + 1}`),
  ];
  const baris = Array.from({ length: n }, (_, i) => [
    ...[i + 1, `Responden ${i + 1}`, 20 + (i % 40), i % 2 ? 'P' : 'L', i % 3 ? 'S1' : 'SMA', i % 4 ? 'Swasta' : 'PNS'],
    ...jawabanKe(i),
  ]);
  const jumlah = [
    '',
    'Jumlah',
    '',
    '',
    '',
    '',
    ...Array.from({ length: 9 }, (_, u) => baris.reduce((a, b) => a + Number(b[6 + u]), 0)),
  ];
  return [judul, ...baris, jumlah].map((b) => b.join(pemisah)).join('\r\n') + '\r\n';
}

/** One signed-in coordinator at the imports of one survey. */
export class PerambanImpor {
  constructor(
    private readonly peramban: PerambanOrganisasi,
    private readonly aplikasi: NestExpressApplication,
    private readonly instansi: string,
    private readonly survei = 'DRAF',
  ) {}

  get pangkal(): string {
    return `/instansi/${this.instansi}/survei/${this.survei}/impor`;
  }

  unggah(isi: string | Uint8Array, nama = 'jawaban.csv', jenis = 'text/csv'): Promise<Balasan> {
    const bita = typeof isi === 'string' ? new TextEncoder().encode(isi) : Uint8Array.from(isi);
    return this.peramban.unggah(this.pangkal, 'berkas', bita, nama, jenis);
  }

  /** @returns the address of the import */
  async terima(isi: string | Uint8Array, nama?: string): Promise<string> {
    const balasan = await this.unggah(isi, nama);
    if (balasan.status !== 303 || balasan.ke === null) throw new Error(`unggah: ${balasan.status} ${balasan.isi.slice(0, 3000)}`);
    return balasan.ke;
  }

  async periksa(alamat: string, isian: Readonly<Record<string, string>> = {}): Promise<Balasan> {
    const balasan = await this.peramban.kirim(`${alamat}/periksa`, isian);
    await this.aplikasi.get(PeriksaService).tunggu();
    return balasan;
  }

  async sidik(alamat: string): Promise<string> {
    const { isi } = await this.peramban.buka(alamat);
    const sidik = /name="sidik" value="([0-9a-f]{64})"/.exec(isi)?.[1];
    if (sidik === undefined) throw new Error(`tidak ada tombol terapkan: ${isi.slice(0, 3000)}`);
    return sidik;
  }

  async terapkan(alamat: string): Promise<Balasan> {
    return this.peramban.kirim(`${alamat}/terapkan`, { sidik: await this.sidik(alamat) });
  }

  /** A whole file, from upload to the survey. */
  async masukkan(isi: string | Uint8Array, nama?: string): Promise<string> {
    const alamat = await this.terima(isi, nama);
    await this.periksa(alamat);
    const balasan = await this.terapkan(alamat);
    if (balasan.status !== 303) throw new Error(`terapkan: ${balasan.status} ${balasan.isi.slice(0, 3000)}`);
    return alamat;
  }
}

/** All that a survey has of answers and figures, to be compared before and after. */
export async function isiSurvei(sumber: DataSource, instansi: string, survei = 'DRAF'): Promise<Record<string, unknown>> {
  const [baris] = await sumber.query<Record<string, unknown>[]>(
    `SELECT s.tingkat, s.jumlah_respons, s.sidik_respons,
       (SELECT count(*)::int FROM respons r, unnest(r.jawaban) WHERE r.survei_id = s.id) AS n,
       (SELECT json_agg(json_build_array(u.unsur, u.n, u.jumlah) ORDER BY u.urutan) FROM survei_unsur u WHERE u.survei_id = s.id) AS unsur,
       (SELECT json_agg(json_build_array(p.ciri, p.kelompok, p.jumlah) ORDER BY p.ciri, p.urutan) FROM survei_profil p WHERE p.survei_id = s.id) AS profil
     FROM survei s JOIN instansi i ON i.id = s.instansi_id WHERE i.kode = $1 AND s.kode = $2`,
    [instansi, survei],
  );
  return baris ?? {};
}
