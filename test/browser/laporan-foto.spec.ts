import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument, PDFName, PDFNumber, PDFRawStream } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import type { BerkasLaporan } from '../../src/laporan/berkas.query';
import type { FotoBukti } from '../../src/laporan/foto-bukti.query';
import type { Bukti } from '../../src/progres/progres.rules';
import { Penyimpanan } from '../../src/storage/penyimpanan';
import { bacaPdf, berkasDari, HARI_INI, pencetakUji } from './laporan-uji';

jest.setTimeout(120_000);

const folder = mkdtempSync(join(tmpdir(), 'tuntas-foto-'));
const penyimpanan = new Penyimpanan(folder);
const pencetak = pencetakUji(penyimpanan);

afterAll(async () => {
  await pencetak.tutup();
  rmSync(folder, { recursive: true, force: true });
});

const sha = (n: number) => n.toString(16).padStart(64, '0');

async function foto(lebar: number, tinggi: number): Promise<FotoBukti> {
  const isi = await sharp({
    create: { width: lebar, height: tinggi, channels: 3, background: { r: 200, g: 80, b: lebar % 255 } },
  })
    .jpeg()
    .toBuffer();
  return { kunci: await penyimpanan.simpan(isi), lebar: lebar * 4, tinggi: tinggi * 4 };
}

/** The first example plan, whose first kegiatan was reported on here with this evidence. */
function denganBukti(bukti: readonly Bukti[]): BerkasLaporan {
  const berkas = berkasDari('kasn-2023.json');
  const [pertama, ...lain] = berkas.realisasi;
  if (!pertama) throw new Error('Paket contoh tanpa realisasi');
  return { ...berkas, realisasi: [{ ...pertama, verifikasi: 'terverifikasi', bukti }, ...lain] };
}

const satu = (n: number): Bukti => ({
  jenis: 'foto',
  berkas: `foto-${n}.jpg`,
  keterangan: `Loket ${n}`,
  id: `f${n}`,
  sha256: sha(n),
});

/** Width and height of the pictures in a PDF. */
async function gambar(pdf: Uint8Array): Promise<string[]> {
  const isi = await PDFDocument.load(pdf);
  return isi.context.enumerateIndirectObjects().flatMap(([, objek]) => {
    if (!(objek instanceof PDFRawStream) || objek.dict.get(PDFName.of('Subtype')) !== PDFName.of('Image')) return [];
    const angka = (nama: string) => objek.dict.lookup(PDFName.of(nama), PDFNumber).asNumber();
    return [`${angka('Width')}×${angka('Height')}`];
  });
}

it('puts pictures of evidence into the table, upright and small, with links and documents beside them', async () => {
  const daftar = new Map([[sha(1), await foto(360, 480)], [sha(2), await foto(480, 270)]]); // prettier-ignore
  const bukti: Bukti[] = [
    satu(1),
    satu(2),
    { jenis: 'tautan', url: 'https://contoh.go.id/notula' },
    { jenis: 'dokumen', berkas: 'SK.pdf', sha256: sha(9), id: 'd' },
  ];
  const pdf = await pencetak.laporan.pdf(denganBukti(bukti), { hariIni: HARI_INI, foto: daftar });
  const { teks } = await bacaPdf(pdf);
  expect((await gambar(pdf)).sort()).toEqual(['360×480', '480×270']);
  expect(teks).toContain('Loket 1');
  expect(teks).toContain('contoh.go.id/notula');
  expect(teks).toContain('Dokumen: SK.pdf');
});

it('names a picture that the store has lost, and all beyond the sixth of a kegiatan', async () => {
  const daftar = new Map<string, FotoBukti>([[sha(1), { kunci: '0'.repeat(48), lebar: 10, tinggi: 10 }]]);
  for (let n = 2; n <= 9; n++) daftar.set(sha(n), await foto(100 + n, 80));
  const bukti = Array.from({ length: 9 }, (_, i) => satu(i + 1));
  const pdf = await pencetak.laporan.pdf(denganBukti(bukti), { hariIni: HARI_INI, foto: daftar });
  expect(await gambar(pdf)).toHaveLength(5);
  const { teks } = await bacaPdf(pdf);
  for (const n of [1, 7, 9]) expect(teks).toContain(`foto-${n}.jpg`);
});
