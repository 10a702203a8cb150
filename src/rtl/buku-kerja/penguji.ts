import { berselang } from '../../shared/berselang';
import { tanggalIndonesia } from '../../shared/tanggal';
import { masalahKegiatan, medanBerbeda, rapikanIsi, type IsiKegiatan, type MedanKegiatan } from '../susun/isi-kegiatan.rules';
import { masalahKode } from '../susun/kode.rules';
import type { PerubahanRencana } from '../susun/perubahan.service';
import type { KegiatanTersusun } from '../susun/susunan';
import { PengenalAcuan, type BahanUji } from './acuan-uji';
import { adaIsi, letakKolom, masalahSel, pembacaBaris, type BarisTabel, type MasalahSel } from './baris.rules';
import { bacaCentang } from './centang.rules';
import type { BarisUji, HasilUji } from './hasil-uji';
import { alamatSel, type Tabel } from './kolom.rules';
import { bacaIsi, KOLOM_MEDAN, LABEL_MEDAN, type CaraBaca } from './pembaca-isi';
import { PencariPrioritas, type PrioritasBaris } from './pencari-prioritas';
import { Pencocok, type Cocok } from './pencocok';
import { PenulisTeks } from './teks-kegiatan';

export interface TabelUji {
  readonly lembar: string | null;
  readonly sel: readonly (readonly string[])[];
  readonly tabel: Tabel;
  /** prioritas that a sheet of their own names */
  readonly prioritas: readonly { judul: string; program: string | null; alasan: string | null; unsur: string }[];
  /** whether blanks below a text mean the same text, as in tables of documents */
  readonly turun: boolean;
  readonly tahun: number;
}

export interface Uji {
  readonly hasil: HasilUji;
  readonly perubahan: readonly PerubahanRencana[];
}

/** Compares a table with the plan, and says what applying it would do; writes nothing. Thousands of rows hold nobody else. */
export function ujiTabel(bahan: BahanUji, t: TabelUji, idBaru: () => string): Promise<Uji> {
  return new Penguji(bahan, t, idBaru).jalankan();
}

class Penguji {
  private readonly cara: CaraBaca;
  private readonly prioritas: PencariPrioritas;
  private readonly perubahan: PerubahanRencana[] = [];
  private penulis: PenulisTeks;
  private salahBaru: ReadonlyMap<string, string> = new Map();
  private disebut: ReadonlySet<string> = new Set();

  constructor(
    private readonly bahan: BahanUji,
    private readonly t: TabelUji,
    idBaru: () => string,
  ) {
    const pengenal = new PengenalAcuan(bahan);
    this.cara = { pengenal, tabel: t.tabel, satuan: bahan.rencana.satuanJadwal, tahun: t.tahun };
    this.prioritas = new PencariPrioritas(bahan.rencana, pengenal, idBaru);
    this.penulis = new PenulisTeks(bahan.rencana, bahan.acuan);
  }

  async jalankan(): Promise<Uji> {
    const { t } = this;
    const baris = (await berselang(t.sel.slice(t.tabel.mulai), pembacaBaris(t.tabel, t.turun))).flat();
    await berselang(t.prioritas, (p) => {
      const unsur = this.cara.pengenal.bacaUnsur(p.unsur);
      this.prioritas.sebut(p.judul, p.program, p.alasan, 'isi' in unsur ? unsur.isi : []);
    });
    const prioritas = await berselang(baris, (b) => this.prioritas.cari(b));
    this.penulis = new PenulisTeks(this.bahan.rencana, this.bahan.acuan, new Map(this.prioritas.semuaBaru.map((p) => [p.id, p.judul]))); // prettier-ignore
    this.salahBaru = this.prioritas.salahBaru();
    this.disebut = new Set(prioritas.flatMap((p) => (typeof p === 'string' ? [] : [p.id])));
    const pencocok = new Pencocok(this.bahan.rencana, t.tabel, baris);
    const hasil = await berselang(baris, (b, i) => this.baris(b, prioritas[i] ?? '', pencocok));
    const terpakai = new Set(this.perubahan.flatMap((p) => ('isi' in p ? [p.isi.prioritasId] : [])));
    const baru = this.prioritas.semuaBaru.filter(
      (p) => !this.salahBaru.has(p.id) && (terpakai.has(p.id) || t.prioritas.some((s) => s.judul === p.judul)),
    );
    return {
      hasil: {
        lembar: t.lembar,
        baris: hasil,
        prioritasBaru: baru.map(({ judul, program, unsur, alasan }) => ({ judul, program, unsur, alasan })),
        catatan: this.catatan(baris),
      },
      perubahan: [
        ...baru.map(({ id, ...p }): PerubahanRencana => ({ jenis: 'prioritas-buat', id, prioritas: p })),
        ...this.perubahan,
      ],
    };
  }

  private baris(b: BarisTabel, prioritas: PrioritasBaris | string, pencocok: Pencocok): BarisUji {
    const masalah: MasalahSel[] = [...b.masalah];
    const prioritasId = typeof prioritas === 'string' ? '' : prioritas.id;
    const cocok = pencocok.cocokkan(b, prioritasId);
    if (cocok.jenis === 'salah') return this.ditolak(b, null, [cocok.masalah, ...masalah]);
    if (cocok.jenis === 'tiada') return this.tiada(b);
    if (cocok.jenis === 'ada' && !cocok.tersentuh) return this.tetap(b, cocok.kegiatan, cocok.versi);
    const lama = cocok.jenis === 'ada' ? cocok.kegiatan : null;
    const batal = bacaCentang(b.isi.get('batalkan') ?? '');
    const usang = cocok.jenis === 'ada' && this.usang(cocok);
    if (batal === true && lama && !usang) return this.batalkan(b, lama);
    if (batal === null || (batal === true && !lama))
      masalah.push(this.masalah(b, 'batalkan', 'Isi "ya" hanya untuk membatalkan kegiatan yang sudah ada'));
    const bacaan = this.bacaIsi(b, lama, prioritas, masalah);
    if (lama && masalah.length === 0 && batal !== true && medanBerbeda(lama.isi, bacaan).length === 0)
      return this.tetap(b, lama, null);
    if (lama && usang) masalah.push(this.bentrok(b, lama, bacaan));
    const kodeBaru = cocok.jenis === 'baru' ? cocok.kode : null;
    const salahKode = kodeBaru === null ? null : masalahKode(kodeBaru);
    if (salahKode !== null) masalah.push(this.masalah(b, 'kode', salahKode));
    const kode = lama?.kode ?? kodeBaru;
    if (masalah.length > 0) return this.ditolak(b, kode, masalah);
    if (lama) this.perubahan.push({ jenis: 'ubah', kegiatan: lama.kode, versi: lama.versi, isi: bacaan });
    else this.perubahan.push({ jenis: 'buat', isi: bacaan, ...(kodeBaru === null ? {} : { kode: kodeBaru }) });
    return {
      nomor: b.baris + 1,
      keadaan: lama ? 'berubah' : 'baru',
      kode,
      uraian: bacaan.uraian,
      perubahan: this.beda(b, lama?.isi ?? null, bacaan),
      masalah: [],
      catatan: this.catatanBaris(bacaan),
    };
  }

  private bacaIsi(
    b: BarisTabel,
    lama: KegiatanTersusun | null,
    prioritas: PrioritasBaris | string,
    masalah: MasalahSel[],
  ): IsiKegiatan {
    // prettier-ignore
    if (typeof prioritas === 'string') masalah.push(this.masalah(b, 'prioritas', prioritas));
    const salahBaru = typeof prioritas === 'string' ? undefined : this.salahBaru.get(prioritas.id);
    if (salahBaru !== undefined)
      masalah.push(this.masalah(b, adaIsi(b.isi.get('unsur')) === null ? 'prioritas' : 'unsur', salahBaru));
    const milik = typeof prioritas === 'string' ? { id: lama?.isi.prioritasId ?? '', unsur: [] } : prioritas;
    const salah = new Set<string>();
    const isi = rapikanIsi(
      bacaIsi(b, lama?.isi, milik, this.cara, (kolom, pesan) => {
        salah.add(kolom);
        masalah.push(this.masalah(b, kolom, pesan));
      }),
    );
    const acuan = { ...this.bahan.acuan, prioritas: new Set([...this.bahan.acuan.prioritas, milik.id]) };
    for (const { medan, pesan } of masalahKegiatan(isi, acuan, lama?.isi)) {
      if (KOLOM_MEDAN[medan].some((k) => salah.has(k)) || (medan === 'prioritas' && typeof prioritas === 'string')) continue;
      masalah.push(masalahSel(b.baris, this.letak(medan), pesan));
    }
    return isi;
  }

  /** Somebody wrote the kegiatan after the workbook was downloaded. */
  private usang(cocok: Extract<Cocok, { jenis: 'ada' }>): boolean {
    return cocok.versi !== null && cocok.versi !== cocok.kegiatan.versi;
  }

  private bentrok(b: BarisTabel, kini: KegiatanTersusun, bacaan: IsiKegiatan): MasalahSel {
    const medan = medanBerbeda(kini.isi, bacaan);
    const oleh = `${kini.diubahNama ?? 'impor'}${kini.diubahPada ? ` pada ${tanggalIndonesia(kini.diubahPada.toISOString().slice(0, 10))}` : ''}`; // prettier-ignore
    const isi = medan.map((m) => `${LABEL_MEDAN[m]}: "${this.penulis.medan(kini.isi, m)}"`).join('; ');
    const letak = this.letak(medan[0] ?? 'uraian');
    return masalahSel(
      b.baris,
      letak,
      `Diubah ${oleh} sesudah buku ini diunduh. Kini ${isi}. Unduh lagi, lalu ulangi perubahan baris ini`,
    );
  }

  private tetap(b: BarisTabel, k: KegiatanTersusun, versi: number | null): BarisUji {
    const catatan = versi !== null && versi !== k.versi ? ['Sudah diubah orang lain sesudah diunduh; baris ini tidak menyentuhnya'] : []; // prettier-ignore
    return { nomor: b.baris + 1, keadaan: 'tetap', kode: k.kode, uraian: k.isi.uraian, perubahan: [], masalah: [], catatan };
  }

  private tiada(b: BarisTabel): BarisUji {
    const [kode, uraian] = [adaIsi(b.isi.get('kode')), b.isi.get('uraian') ?? ''];
    return { nomor: b.baris + 1, keadaan: 'tetap', kode, uraian, perubahan: [], masalah: [], catatan: ['Sudah dibatalkan'] };
  }

  private ditolak(b: BarisTabel, kode: string | null, masalah: readonly MasalahSel[]): BarisUji {
    const uraian = b.isi.get('uraian') ?? '';
    const tertulis = kode ?? adaIsi(b.isi.get('kode'));
    return { nomor: b.baris + 1, keadaan: 'ditolak', kode: tertulis, uraian, perubahan: [], masalah, catatan: [] };
  }

  private batalkan(b: BarisTabel, k: KegiatanTersusun): BarisUji {
    this.perubahan.push({ jenis: 'batalkan', kegiatan: k.kode, versi: k.versi });
    return {
      nomor: b.baris + 1,
      keadaan: 'dibatalkan',
      kode: k.kode,
      uraian: k.isi.uraian,
      perubahan: [],
      masalah: [],
      catatan: [],
    };
  }

  private beda(b: BarisTabel, lama: IsiKegiatan | null, baru: IsiKegiatan): BarisUji['perubahan'] {
    const medan = lama ? medanBerbeda(lama, baru) : (Object.keys(LABEL_MEDAN) as MedanKegiatan[]);
    return medan.flatMap((m) => {
      const [dari, ke] = [lama ? this.penulis.medan(lama, m) : '', this.penulis.medan(baru, m)];
      const kolom = this.letak(m);
      const alamat = kolom === null ? `baris ${b.baris + 1}` : alamatSel(kolom, b.baris);
      return dari === ke && !lama ? [] : [{ label: LABEL_MEDAN[m], alamat, lama: dari, baru: ke }];
    });
  }

  private catatanBaris({ jadwal, penanggungJawab }: IsiKegiatan): string[] {
    return [
      ...(jadwal.length === 0 ? ['belum ada jadwal'] : []),
      ...(penanggungJawab.length === 0 ? ['belum ada penanggung jawab'] : []),
    ];
  }

  private catatan(baris: readonly BarisTabel[]): string[] {
    const lewat = this.t.tabel.kolom.filter((k) => k.isi === null && k.judul.trim() !== '').map((k) => `"${k.judul}"`);
    const mirip = this.prioritas.semuaBaru.flatMap(({ judul }) => {
      const ada = this.prioritas.serupa(judul);
      return ada === null ? [] : [`Prioritas "${judul}" dibuat baru, padahal mirip dengan "${ada}".`];
    });
    const tertolak = this.prioritas.semuaBaru.flatMap(({ id, judul }) => {
      const sebab = this.salahBaru.get(id);
      // Rows that name it say so themselves.
      return sebab === undefined || this.disebut.has(id) ? [] : [`Prioritas "${judul}" tidak dibuat: ${sebab}.`];
    });
    const tersentuh = new Set(baris.map((b) => b.isi.get('kode')));
    const absen = this.t.lembar === null ? [] : this.bahan.rencana.prioritas.flatMap((p) => p.kegiatan).filter((k) => !tersentuh.has(k.kode)); // prettier-ignore
    return [
      ...(lewat.length > 0 ? [`Kolom yang tidak dipakai: ${lewat.join(', ')}.`] : []),
      ...mirip,
      ...tertolak,
      ...(absen.length > 0 ? [`${absen.length} kegiatan tidak ada dalam berkas, jadi dibiarkan: ${absen.slice(0, 10).map((k) => k.kode).join(', ')}${absen.length > 10 ? ', …' : ''}.`] : []), // prettier-ignore
    ];
  }

  private letak(medan: MedanKegiatan): number | null {
    for (const kolom of KOLOM_MEDAN[medan]) {
      const k = letakKolom(this.t.tabel, kolom);
      if (k !== null) return k;
    }
    return null;
  }

  private masalah(b: BarisTabel, kolom: Parameters<typeof letakKolom>[1], pesan: string): MasalahSel {
    const letak = letakKolom(this.t.tabel, kolom) ?? (kolom === 'prioritas' ? letakKolom(this.t.tabel, 'no') : null);
    return masalahSel(b.baris, letak, pesan);
  }
}
