import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { berkasContoh } from '../../src/paket/contoh';
import { hitungPaket, type HasilHitung } from '../../src/paket/hitung';
import { bacaPaket } from '../../src/paket/paket.baca';

interface Harapan {
  readonly survei?: Record<string, Record<string, unknown> & { mutuUnsur?: string | Record<string, string> }>;
  readonly mutuTerbit?: Record<string, string>;
  readonly rencana: Record<
    string,
    Record<string, unknown> & {
      belumMelapor?: string[];
      pemeriksaanPadaKegiatan?: string[];
      kecepatanRespons?: Record<string, number>;
    }
  >;
}

const harapan = JSON.parse(readFileSync(join(__dirname, 'harapan.json'), 'utf8')) as Record<string, Harapan>;

/** The figures that the four real documents must give. */
describe.each(berkasContoh().map((b) => [b.nama, b.jalur]))('paket %s', (nama, jalur) => {
  const hasil: HasilHitung = hitungPaket(bacaPaket(readFileSync(jalur)));
  const harus = harapan[nama];
  if (!harus) throw new Error(`harapan.json tidak memuat ${nama}`);

  for (const [kode, { mutuUnsur, ...angka }] of Object.entries(harus.survei ?? {}))
    it(`survei ${kode}`, () => {
      const survei = hasil.survei.find((s) => s.kode === kode);
      expect(survei).toMatchObject(angka);
      if (mutuUnsur === undefined) return;
      const mutu = Object.fromEntries(survei?.unsur.map((u) => [u.unsur, u.mutu]) ?? []);
      if (typeof mutuUnsur === 'string') expect(Object.values(mutu).join('')).toBe(mutuUnsur);
      else expect(mutu).toEqual(mutuUnsur);
    });

  for (const [kode, mutu] of Object.entries(harus.mutuTerbit ?? {}))
    it(`mutu terbit ${kode}`, () => {
      expect(hasil.survei.find((s) => s.kode === kode)?.terbit?.mutu).toBe(mutu);
    });

  for (const [kode, { belumMelapor, pemeriksaanPadaKegiatan, kecepatanRespons, ...angka }] of Object.entries(harus.rencana))
    it(`rencana ${kode}`, () => {
      const rencana = hasil.rencana.find((r) => r.kode === kode);
      expect(rencana).toMatchObject(angka);
      if (belumMelapor) expect(rencana?.kegiatan.filter((k) => k.belumMelapor).map((k) => k.kode)).toEqual(belumMelapor);
      if (pemeriksaanPadaKegiatan) {
        const kena = new Set(rencana?.pemeriksaan.flatMap((t) => t.kegiatan ?? []));
        expect([...kena].sort()).toEqual(pemeriksaanPadaKegiatan);
      }
      if (kecepatanRespons) {
        expect(Object.fromEntries(rencana?.kegiatan.map((k) => [k.kode, k.kecepatanRespons]) ?? [])).toEqual(kecepatanRespons);
      }
    });
});
