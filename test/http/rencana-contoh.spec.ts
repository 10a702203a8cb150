import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { berkasContoh } from '../../src/paket/contoh';
import { bacaPaket } from '../../src/paket/paket.baca';
import { semuaKegiatan } from '../../src/rtl/rtl.rules';
import { kodePeriode } from '../../src/shared/periode';
import { jalankanAplikasiUji, type AplikasiUji } from '../support/aplikasi';
import { eksporUji, harusLanjut, imporUji, ketikKegiatan, PerambanRencana, tulisPrioritas } from '../support/rencana';

/*
 * The four example plans, entered by form from nothing but survey and units: what comes out is the paket that came in. KASN merges two
 * unsur in one priority and has two that are none; KPU ties U5 and U6 and has neither schedule nor PJ; Kanreg X names a survey for each
 * kegiatan; BKN has programs and months.
 */

jest.setTimeout(120_000);
let uji: AplikasiUji;

beforeAll(async () => {
  uji = await jalankanAplikasiUji();
});

afterAll(() => uji.tutup());

const contoh = berkasContoh().map(({ jalur }) => ({
  nama: basename(jalur),
  mentah: JSON.parse(readFileSync(jalur, 'utf8')) as object,
}));

test.each(contoh)('$nama: rencana yang diisi lewat formulir keluar sama', async ({ mentah }) => {
  const asli = bacaPaket(Buffer.from(JSON.stringify(mentah)));
  const { rencana: daftar = [], instansi } = asli;
  const { rencana, realisasi, laporan, ...tanpaRencana } = mentah as Record<string, unknown>;
  await imporUji(uji, tanpaRencana);
  const koordinator = await PerambanRencana.buat(uji, instansi.kode, 'koordinator', 'Koordinator');
  const pimpinan = await PerambanRencana.buat(uji, instansi.kode, 'pimpinan', 'Pimpinan');
  const unit = (asli.unit ?? [])[0]?.kode ?? '';
  for (const r of daftar) {
    const kepala = { kode: r.kode, judul: r.judul, survei: r.survei ?? '', satuanJadwal: r.satuanJadwal, asal: '' };
    harusLanjut(await koordinator.kirim('rencana-baru', { ...kepala, periode: r.periode ? kodePeriode(r.periode) : '' }));
    const kelompok = new Set(
      semuaKegiatan(r).flatMap((k) => k.penanggungJawab.flatMap((p) => ('kelompok' in p ? [p.kelompok] : []))),
    );
    for (const nama of kelompok) await koordinator.kirim('kelompok-unit/baru', { nama, unit_1: unit });
    for (const p of r.prioritas) {
      const id = await tulisPrioritas(uji, r.kode, p);
      for (const k of p.kegiatan)
        harusLanjut(await koordinator.kirim(`rencana/${r.kode}/kegiatan-baru`, ketikKegiatan(k, id, r.satuanJadwal)));
    }
    harusLanjut(await koordinator.langkah(r.kode, 'ajukan'));
    harusLanjut(await pimpinan.langkah(r.kode, 'tetapkan'));
  }
  expect((await eksporUji(uji, instansi.kode)).rencana).toEqual(daftar);
});
