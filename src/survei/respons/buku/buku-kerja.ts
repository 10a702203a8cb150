import { posix } from 'node:path';
import { GalatPengguna } from '../../../shared/galat';
import type { BerkasRespons } from '../berkas-respons';
import type { PenerimaBaris, SumberBaris } from '../sumber-baris';
import { PemindaiLembar, type KamusLembar } from './lembar';
import { formatTanggal } from './tanggal-excel';
import { atribut, daftarSimpul, daftarTag, teksKaya } from './xml';
import { rusak, Zip, type BagianZip } from './zip';

const BAGIAN_KECIL = 16 * 1024 * 1024;
/** One cell holds 32 767 characters; formatting multiplies them. */
const TEKS_SATU_MAKS = 4 * 1024 * 1024;
const TEKS_MAKS = 256 * 1024 * 1024;

export interface Lembar {
  readonly nama: string;
  readonly tersembunyi: boolean;
  readonly bagian: BagianZip;
}

/** An open workbook; to be closed. */
export class BukuKerja {
  private constructor(
    private readonly zip: Zip,
    readonly lembar: readonly Lembar[],
    private readonly kamus: KamusLembar,
  ) {}

  /** @throws {GalatPengguna} no workbook, damaged, locked, or a bomb */
  static async buka(berkas: BerkasRespons): Promise<BukuKerja> {
    const zip = await Zip.buka(berkas);
    try {
      return await muat(zip, (lembar, kamus) => new BukuKerja(zip, lembar, kamus));
    } catch (galat) {
      await zip.tutup();
      throw galat;
    }
  }

  tutup(): Promise<void> {
    return this.zip.tutup();
  }

  sumber(lembar: Lembar): SumberBaris & { readonly tersembunyi: ReadonlySet<number> } {
    const { zip, kamus } = this;
    const tersembunyi = new Set<number>();
    return {
      tersembunyi,
      async *alir(terima: PenerimaBaris) {
        const pemindai = new PemindaiLembar(kamus, terima);
        let terbaca = 0;
        for await (const p of zip.alir(lembar.bagian, (b) => (terbaca = b))) {
          pemindai.pindai(p);
          for (const k of pemindai.tersembunyi) tersembunyi.add(k);
          if (pemindai.cukup) return;
          yield terbaca;
        }
        yield 1;
      },
    };
  }
}

async function muat<T>(zip: Zip, buat: (lembar: Lembar[], kamus: KamusLembar) => T): Promise<T> {
  const letakBuku = await targetBuku(zip);
  const buku = await zip.teks(letakBuku, BAGIAN_KECIL);
  if (buku === null) throw bukanExcel(zip);
  const folder = posix.dirname(letakBuku);
  const kaitan = await bacaKaitan(zip, letakBuku);
  const daftar = daftarTag(buku, 'sheet').flatMap((tag): Lembar[] => {
    const id = /\s\w+:id="([^"]+)"/.exec(tag)?.[1] ?? '';
    const bagian = zip.bagian.get(jalurBagian(folder, kaitan.get(id)?.target ?? ''));
    if (!bagian || !/worksheet$/.test(kaitan.get(id)?.jenis ?? '')) return [];
    return [{ nama: atribut(tag, 'name') ?? '', tersembunyi: (atribut(tag, 'state') ?? 'visible') !== 'visible', bagian }];
  });
  if (daftar.length === 0) throw new GalatPengguna('Buku kerja ini tidak memuat lembar dengan tabel.');
  const cari = (akhiran: string) => [...kaitan.values()].find((k) => k.jenis.endsWith(akhiran))?.target;
  const gaya = cari('/styles');
  const teks = cari('/sharedStrings');
  return buat(daftar, {
    gayaTanggal: gaya === undefined ? [] : bacaGaya((await zip.teks(jalurBagian(folder, gaya), TEKS_MAKS)) ?? ''),
    teksBersama: teks === undefined ? [] : await bacaTeksBersama(zip, jalurBagian(folder, teks)),
    sejak1904: daftarTag(buku, 'workbookPr').some((t) => /^(1|true)$/.test(atribut(t, 'date1904') ?? '')),
  });
}

async function targetBuku(zip: Zip): Promise<string> {
  const akar = await zip.teks('_rels/.rels', BAGIAN_KECIL);
  const tag = daftarTag(akar ?? '', 'Relationship').find((t) => (atribut(t, 'Type') ?? '').endsWith('/officeDocument'));
  return jalurBagian('', (tag === undefined ? null : atribut(tag, 'Target')) ?? 'xl/workbook.xml');
}

async function bacaKaitan(zip: Zip, letakBuku: string): Promise<Map<string, { jenis: string; target: string }>> {
  const xml = await zip.teks(posix.join(posix.dirname(letakBuku), '_rels', `${posix.basename(letakBuku)}.rels`), BAGIAN_KECIL);
  return new Map(
    daftarTag(xml ?? '', 'Relationship').map((t) => [
      atribut(t, 'Id') ?? '',
      { jenis: atribut(t, 'Type') ?? '', target: atribut(t, 'Target') ?? '' },
    ]),
  );
}

const jalurBagian = (folder: string, target: string): string =>
  target.startsWith('/') ? target.slice(1) : posix.normalize(posix.join(folder, target));

function bacaGaya(xml: string): boolean[] {
  const pola = new Map(
    daftarTag(xml, 'numFmt').map((t) => [Number(atribut(t, 'numFmtId')), atribut(t, 'formatCode') ?? ''] as const),
  );
  const [sel] = daftarSimpul(xml, 'cellXfs');
  return daftarTag(sel?.isi ?? '', 'xf').map((t) => {
    const kode = Number(atribut(t, 'numFmtId') ?? 0);
    return formatTanggal(kode, pola.get(kode));
  });
}

/** Piece by piece: the XML of the texts is never held whole beside the texts. */
async function bacaTeksBersama(zip: Zip, nama: string): Promise<string[]> {
  const bagian = zip.bagian.get(nama);
  if (!bagian) return [];
  if (bagian.ukuran > TEKS_MAKS) throw new GalatPengguna('Teks dalam buku kerja ini terlalu banyak. Simpan lembar jawabannya sebagai CSV, lalu unggah lagi.'); // prettier-ignore
  const teks: string[] = [];
  const pengurai = new TextDecoder();
  let sisa = '';
  for await (const p of zip.alir(bagian)) {
    const xml = sisa + pengurai.decode(p, { stream: true });
    let letak = 0;
    for (const { isi, akhir } of daftarSimpul(xml, 'si')) {
      teks.push(teksKaya(isi ?? ''));
      letak = akhir;
    }
    sisa = xml.slice(letak);
    if (sisa.length > TEKS_SATU_MAKS) throw rusak();
  }
  return teks;
}

function bukanExcel(zip: Zip): GalatPengguna {
  if (zip.bagian.has('content.xml')) {
    return new GalatPengguna('Berkas ODS tidak dibaca. Buka di LibreOffice, pilih Simpan Sebagai “Excel 2007–365 (.xlsx)” atau “Text CSV (.csv)”, lalu unggah lagi.'); // prettier-ignore
  }
  if (zip.bagian.has('xl/workbook.bin')) {
    return new GalatPengguna('Berkas .xlsb tidak dibaca. Simpan ulang di Excel sebagai .xlsx, lalu unggah lagi.');
  }
  if (zip.bagian.has('word/document.xml')) {
    return new GalatPengguna('Berkas ini dokumen Word. Salin tabelnya ke Excel, simpan sebagai .xlsx, lalu unggah lagi.');
  }
  return new GalatPengguna(
    'Berkas ini arsip zip, bukan buku kerja Excel. Keluarkan isinya, lalu unggah berkas .xlsx atau .csv di dalamnya.',
  );
}
