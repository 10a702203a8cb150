import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { Transaksi } from '../../src/database/transaksi';
import { EksporQuery } from '../../src/paket/ekspor.query';
import { ImporService } from '../../src/paket/impor.service';
import type { Paket } from '../../src/paket/paket';
import { bacaPaket } from '../../src/paket/paket.baca';
import type { Kegiatan, Prioritas } from '../../src/rtl/rtl.rules';
import { jadwalRinci } from '../../src/rtl/jadwal.rules';
import { kodePeriode } from '../../src/shared/periode';
import type { AplikasiUji } from './aplikasi';
import { decode } from './entitas-html';
import { PerambanOrganisasi, type Balasan } from './organisasi';

/** Requests of one signed-in person on the plans of one agency. */
export class PerambanRencana extends PerambanOrganisasi {
  static async buat(
    uji: AplikasiUji,
    instansi: string,
    peran: 'koordinator' | 'pimpinan',
    nama: string,
  ): Promise<PerambanRencana> {
    const { orang } = await PerambanOrganisasi.masuk(uji, instansi, [{ instansi, peran }], nama);
    return new PerambanRencana(uji.alamat, orang, instansi);
  }

  override jalur(akhir: string): string {
    return akhir.startsWith('/') ? akhir : super.jalur(akhir).replace('/organisasi/', '/');
  }

  /** Opens the page of an act on a plan, and sends its form as it stands there. */
  async langkah(
    rencana: string,
    tindakan: 'ajukan' | 'tarik' | 'kembalikan' | 'tetapkan',
    isian: Record<string, string> = {},
  ): Promise<Balasan> {
    const alamat = `rencana/${rencana}/${tindakan}`;
    return this.kirim(alamat, { ...isianFormulir((await this.buka(alamat)).isi), ...isian });
  }
}

/** Every field of the page's form as a browser would send it back. */
export function isianFormulir(html: string): Record<string, string> {
  const formulir = /<form class="ina-tumpuk[\s\S]*?<\/form>/.exec(html)?.[0] ?? '';
  const isian: Record<string, string> = {};
  for (const [masukan] of formulir.matchAll(/<input [^>]*>/g)) {
    const [nama, nilai] = [atribut(masukan, 'name'), atribut(masukan, 'value')];
    if (nama === null || nama === '_csrf') continue;
    if (/type="(checkbox|radio)"/.test(masukan) && !/ checked/.test(masukan)) continue;
    isian[nama] = nilai ?? '';
  }
  for (const [, nama = '', isi = ''] of formulir.matchAll(/<textarea [^>]*name="([^"]+)"[^>]*>\n?([\s\S]*?)<\/textarea>/g))
    isian[decode(nama)] = decode(isi);
  for (const [, nama = '', isi = ''] of formulir.matchAll(/<select [^>]*name="([^"]+)"[^>]*>([\s\S]*?)<\/select>/g)) {
    const dipilih = /<option value="([^"]*)" selected>/.exec(isi) ?? /<option value="([^"]*)"/.exec(isi);
    isian[decode(nama)] = decode(dipilih?.[1] ?? '');
  }
  return isian;
}

function atribut(elemen: string, nama: string): string | null {
  const hasil = new RegExp(` ${nama}="([^"]*)"`).exec(elemen)?.[1];
  return hasil === undefined ? null : decode(hasil);
}

/** What is typed for a kegiatan. @param prioritas id */
export function ketikKegiatan(k: Kegiatan, prioritas: string, satuan: 'triwulan' | 'bulan'): Record<string, string> {
  return Object.fromEntries([
    ...[['prioritas', prioritas], ['kode', k.kode], ['uraian', k.uraian], ['survei', k.survei ?? '']], // prettier-ignore
    ...[['keluaran', k.keluaran ?? ''], ['indikator', k.indikator ?? '']], // prettier-ignore
    ...jadwalRinci(k.jadwal, satuan).map((p) => [`jadwal_${kodePeriode(p)}`, 'ya']),
    ...k.penanggungJawab.map((p, i) => [`pj_${i + 1}`, 'unit' in p ? `unit:${p.unit}` : `kelompok:${p.kelompok}`]),
  ]) as Record<string, string>;
}

/** A priority as it stands in the tables, without its page. @returns its id */
export async function tulisPrioritas(uji: AplikasiUji, rencana: string, p: Omit<Prioritas, 'kegiatan'>): Promise<string> {
  const id = randomUUID();
  await uji.sumber.query(
    `INSERT INTO prioritas (id, instansi_id, rencana_id, urutan, no, judul, program, unsur, alasan)
     SELECT $1, instansi_id, id, $3, $3, $4, $5, $6, $7 FROM rencana WHERE kode = $2`,
    [id, rencana, p.no, p.judul, p.program ?? null, [...p.unsur], p.alasan ?? null],
  );
  return id;
}

export function imporUji(uji: AplikasiUji, paket: object): Promise<unknown> {
  const terbaca = bacaPaket(Buffer.from(JSON.stringify(paket)));
  return uji.aplikasi.get(ImporService).imporSistem(terbaca, 'uji');
}

export async function eksporUji(uji: AplikasiUji, instansi: string): Promise<Paket> {
  const paket = await uji.aplikasi
    .get(Transaksi)
    .sebagaiSistem('uji', instansi, () => uji.aplikasi.get(EksporQuery).ekspor(instansi));
  if (!paket) throw new Error(`Instansi ${instansi} tidak ada`);
  return paket;
}

/** @throws {Error} with the faults on the page, when an act did not lead on */
export function harusLanjut(balasan: Balasan): string {
  if (balasan.status === 303 && balasan.ke !== null) return balasan.ke;
  const galat = [...balasan.isi.matchAll(/<li><a href="#[^"]*">([\s\S]*?)<\/a>/g)].map((m) => decode(m[1] ?? ''));
  throw new Error(
    `${balasan.status}: ${
      galat.join(' | ') ||
      balasan.isi
        .replace(/<[^>]+>/g, ' ')
        .replace(/\s+/g, ' ')
        .slice(0, 500)
    }`,
  );
}

/** A draf `D` with one kegiatan `D-01`, and a proposal that waits on the plan `R` of `buatInstansiUji`. @returns its id */
export async function isiDrafDanUsulan(sumber: DataSource, instansi: string): Promise<{ usulan: string; kelompok: string }> {
  const usulan = randomUUID();
  await sumber.query(
    `WITH i AS (SELECT id FROM instansi WHERE kode = $1),
       r AS (INSERT INTO rencana (id, instansi_id, urutan, kode, judul, satuan_jadwal, status)
         SELECT gen_random_uuid(), id, 9, 'D', 'Rencana draf', 'triwulan', 'draf' FROM i RETURNING id, instansi_id),
       p AS (INSERT INTO prioritas (id, instansi_id, rencana_id, urutan, no, judul, unsur)
         SELECT gen_random_uuid(), instansi_id, id, 0, 1, 'Antrean', '{A}' FROM r RETURNING id, instansi_id, rencana_id)
     INSERT INTO kegiatan (id, instansi_id, rencana_id, prioritas_id, urutan, kode, uraian, jadwal)
       SELECT gen_random_uuid(), instansi_id, rencana_id, id, 0, 'D-01', 'Menambah loket', '{2030-TW1}' FROM p`,
    [instansi],
  );
  await sumber.query(
    `INSERT INTO usulan_adendum (id, instansi_id, rencana_id, jenis, kegiatan_id, versi_kegiatan, isi, alasan, keadaan, oleh_nama, pada)
     SELECT $2, k.instansi_id, rencana_id, 'dibatalkan', k.id, k.versi, '{"jenis":"dibatalkan","kegiatan":"K"}', 'ganti', 'menunggu', 'Siti', now()
     FROM kegiatan k JOIN instansi i ON i.id = k.instansi_id WHERE i.kode = $1 AND k.kode = 'K'`,
    [instansi, usulan],
  );
  const [kelompok] = await sumber.query<{ id: string }[]>(
    'SELECT g.id FROM kelompok_unit g JOIN instansi i ON i.id = g.instansi_id WHERE i.kode = $1',
    [instansi],
  );
  return { usulan, kelompok: kelompok?.id ?? '' };
}
