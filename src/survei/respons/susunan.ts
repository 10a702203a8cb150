import { createHash } from 'node:crypto';
import type { Instrumen } from '../../instrumen/instrumen.rules';
import { GalatPengguna } from '../../shared/galat';
import type { BerkasRespons } from './berkas-respons';
import { bukaTabel, keContoh, type BerkasTabel } from './berkas-tabel';
import { cariJudul, type Judul } from './judul.rules';
import { masalahKode, peringatanKolom } from './masalah-susunan';
import { periksaArti } from './pemetaan.rules';
import type { ArtiKolom, Kolom, MasalahSusunan, Pemetaan, Susunan, Tangga } from './respons.rules';
import { barisAwal } from './sumber-csv';
import { bagianJawaban, berkata, tafsirkan, type TafsirKolom } from './tafsir.rules';
import { kerangkaUmum, susunTangga, type Skala } from './tangga.rules';
import { cuplikan, kataKata, SAMARAN, samarkan } from './teks.rules';

export interface OpsiSusunan {
  /** what was decided for a file with the same headers */
  readonly ingatan?: Pemetaan;
  readonly lembar?: string;
  readonly barisJudul?: number;
}

/** Rows from which the columns are understood; answers in words are looked at to the last row. */
const CONTOH_MAKS = 2_000;
const RAGAM_MAKS = 200;

/**
 * Looks at a file and says how it is laid out and what each column means.
 * @throws {GalatPengguna} when it is no table: encrypted, a zip bomb, a picture, empty, an unclosed quote …
 */
export async function kenaliSusunan(berkas: BerkasRespons, instrumen: Instrumen, opsi: OpsiSusunan = {}): Promise<Susunan> {
  const tabel = await bukaTabel(berkas, instrumen, opsi.lembar ?? opsi.ingatan?.lembar);
  try {
    return await kenali(tabel, berkas.nama, instrumen, opsi);
  } finally {
    await tabel.tutup();
  }
}

async function kenali(tabel: BerkasTabel, nama: string, instrumen: Instrumen, opsi: OpsiSusunan): Promise<Susunan> {
  const { baris, seluruhnya } = await barisAwal(tabel.sumber, CONTOH_MAKS);
  const contoh = baris.map(keContoh);
  if (contoh.every((b) => b.sel.every((t) => t.trim() === ''))) throw new GalatPengguna(`Tabel dalam ${nama} kosong.`);
  const judul = cariJudul(contoh, instrumen, opsi.barisJudul ?? opsi.ingatan?.barisJudul);
  const isi = contoh.filter((b) => b.nomor >= judul.barisData);
  if (isi.every((b) => b.sel.every((t) => t.trim() === ''))) {
    throw new GalatPengguna(`Berkas ${nama} hanya memuat judul; tidak ada baris jawaban di bawahnya.`);
  }
  const sel = judul.kolom.map((_, k) => isi.map((b) => b.sel[k] ?? ''));
  const tafsir = singkirkanHitungan(judul, sel, instrumen, tabel.tersembunyi);
  const arti = tafsir.map((t, k) => opsi.ingatan?.arti[k] ?? t.arti);
  const ragam = await kumpulkanRagam(tabel, judul, arti, sel, seluruhnya, instrumen.skala);
  const tangga = beriTangga(arti, ragam, judul, instrumen);
  const kolom = judul.kolom.map((_, k): Kolom => {
    const artinya = tangga.arti[k] ?? { jenis: 'abaikan' };
    const kata = tangga.tangga.get(k);
    const diingat = opsi.ingatan?.arti[k] !== undefined && opsi.ingatan.arti[k].jenis !== tafsir[k]?.arti.jenis;
    return {
      indeks: k,
      judul: judulLengkap(judul, k),
      arti: artinya,
      alasan: diingat ? 'seperti yang ditentukan sebelumnya' : (tafsir[k]?.alasan ?? ''),
      contoh: contohSel(sel[k] ?? [], artinya),
      ...(kata ? { tangga: kata } : {}),
    };
  });
  const judulnya = kolom.map((k) => k.judul);
  const tetap = (k: number) => opsi.ingatan?.arti[k] === undefined;
  return {
    format: tabel.format,
    ...(tabel.lembar === undefined ? {} : { lembar: tabel.lembar }),
    ...(tabel.daftarLembar ? { daftarLembar: tabel.daftarLembar } : {}),
    ...(tabel.pemisah === undefined ? {} : { pemisah: tabel.pemisah }),
    ...(tabel.pengodean === undefined ? {} : { pengodean: tabel.pengodean }),
    barisJudul: judul.baris,
    barisData: judul.barisData,
    kolom,
    sidikJudul: createHash('sha256').update(judul.kolom.map((j) => kataKata(`${j.grup}|${j.judul}`)).join('\n')).digest('hex'),
    masalah: [
      ...masalahKode(tafsir, judulnya, instrumen, tetap),
      ...periksaArti(tangga.arti, judulnya, instrumen),
      ...tangga.masalah.filter((m) => m.kolom?.every(tetap)),
    ],
    peringatan: [
      ...tabel.lembarLain.map((l) => ({ pesan: `Lembar “${l}” juga tampak memuat jawaban; yang dibaca lembar “${tabel.lembar ?? ''}”.` })),
      ...tangga.catatan,
      ...peringatanKolom(kolom, sel, tafsir),
    ],
  }; // prettier-ignore
}

/** Of two columns with one code, the one that holds weighted values, or that the sheet hides, is none. */
function singkirkanHitungan(
  judul: Judul,
  sel: readonly (readonly string[])[],
  instrumen: Instrumen,
  tersembunyi: ReadonlySet<number>,
): TafsirKolom[] {
  const tafsir = judul.kolom.map((j, k) => tafsirkan(j, sel[k] ?? [], instrumen));
  return tafsir.map((t, k) => {
    if (t.arti.jenis !== 'unsur') return t;
    const { unsur, sub } = t.arti;
    const kembar = tafsir.flatMap((lain, i) => (i !== k && lain.arti.jenis === 'unsur' && lain.arti.unsur === unsur && lain.arti.sub === sub ? [i] : [])); // prettier-ignore
    const jawaban = (i: number) => bagianJawaban(sel[i] ?? [], instrumen.skala) ?? 0;
    if (jawaban(k) < 0.2 && kembar.some((i) => jawaban(i) >= 0.5)) {
      return { arti: { jenis: 'abaikan' }, alasan: `isinya bukan jawaban; ${unsur} ada di kolom lain` };
    }
    if (t.samar === true && kembar.some((i) => tafsir[i]?.samar !== true)) {
      return { arti: { jenis: 'lain' }, alasan: `pertanyaan tambahan di samping ${unsur}; tidak masuk indeks` };
    }
    if (tersembunyi.has(k) && kembar.some((i) => !tersembunyi.has(i))) {
      return { arti: { jenis: 'abaikan' }, alasan: `kolom tersembunyi; ${unsur} ada di kolom yang tampak` };
    }
    return t;
  });
}

/** Distinct answers of the columns in words: from the sample, or from the whole file where that is larger. */
async function kumpulkanRagam(
  tabel: BerkasTabel,
  judul: Judul,
  arti: readonly ArtiKolom[],
  sel: readonly (readonly string[])[],
  seluruhnya: boolean,
  skala: Skala,
): Promise<Map<number, Set<string>>> {
  const menjawab = (a: ArtiKolom, k: number) =>
    a.jenis === 'unsur' || a.jenis === 'kepentingan' || (a.jenis === 'lain' && (bagianJawaban(sel[k] ?? [], skala) ?? 0) >= 0.5);
  const dicari = arti.flatMap((a, k) => (berkata(sel[k] ?? []) && menjawab(a, k) ? [k] : []));
  const ragam = new Map(dicari.map((k) => [k, new Set(sel[k])]));
  if (seluruhnya || dicari.length === 0) return ragam;
  const alir = tabel.sumber.alir((b) => {
    if (b.nomor < judul.barisData) return true;
    for (const [k, isi] of ragam) {
      if (b.angka(k) === -1 && isi.size < RAGAM_MAKS) isi.add(b.teks(k));
    }
    return true;
  });
  while (!(await alir.next()).done);
  return ragam;
}

function beriTangga(
  arti: readonly ArtiKolom[],
  ragam: ReadonlyMap<number, ReadonlySet<string>>,
  judul: Judul,
  instrumen: Instrumen,
): { arti: ArtiKolom[]; tangga: Map<number, Tangga>; masalah: MasalahSusunan[]; catatan: { pesan: string; kolom: number[] }[] } {
  const dinilai = (k: number) => arti[k]?.jenis === 'unsur' || arti[k]?.jenis === 'kepentingan';
  const umum = kerangkaUmum([...ragam].filter(([k]) => dinilai(k)).map(([, r]) => [...r]), instrumen.skala); // prettier-ignore
  const masalah: MasalahSusunan[] = [];
  const semua = new Map<number, Tangga>();
  const dicatat = new Map<string, { kolom: number[]; contoh: string }>();
  const baru = arti.map((a, k): ArtiKolom => {
    const kata = ragam.get(k);
    if (!kata) return a;
    const unsur = a.jenis === 'unsur' || a.jenis === 'kepentingan' ? a.unsur : null;
    const jawaban = instrumen.unsur.find((u) => u.kode === unsur)?.jawaban;
    const hasil = susunTangga([...kata], instrumen.skala, jawaban, umum);
    if (Object.keys(hasil.tangga).length === 0) return a;
    semua.set(k, hasil.tangga);
    if (a.jenis !== 'unsur' && a.jenis !== 'kepentingan') return a;
    if (hasil.masalah !== undefined) {
      masalah.push({
        kode: 'tangga-tidak-jelas',
        pesan: `Kolom “${judul.kolom[k]?.judul ?? ''}”: ${hasil.masalah}.`,
        kolom: [k],
      });
    } else if (hasil.catatan !== undefined) {
      const skor = [...new Set(Object.values(hasil.tangga))].sort().join();
      const ada = dicatat.get(skor) ?? { kolom: [], contoh: hasil.catatan };
      ada.kolom.push(k);
      dicatat.set(skor, ada);
    }
    return { ...a, tangga: { ...hasil.tangga, ...a.tangga } };
  });
  const catatan = [...dicatat.values()].map(({ kolom, contoh }) => ({
    pesan: `Jawaban pada ${kolom.map((k) => `“${cuplikan(judul.kolom[k]?.judul ?? '')}”`).join(', ')} dapat dibaca dengan urutan lain; dibaca begini: ${contoh}.`,
    kolom,
  }));
  return { arti: baru, tangga: semua, masalah, catatan };
}

/** The header alone, or with what stands above it where another column is called the same. */
function judulLengkap({ kolom }: Judul, k: number): string {
  const { judul = '', grup = '', keterangan = '' } = kolom[k] ?? {};
  const tunggal = kolom.filter((j) => j.judul === judul).length === 1;
  if (judul === '') return keterangan;
  return tunggal || grup === '' ? judul : `${grup} – ${judul}`;
}

function contohSel(isi: readonly string[], arti: ArtiKolom): string[] {
  const ada = [...new Set(isi.filter((t) => t.trim() !== ''))].slice(0, 3);
  return arti.jenis === 'identitas' ? ada.map(() => SAMARAN) : ada.map((t) => cuplikan(samarkan(t), 60));
}
