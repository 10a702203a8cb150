import type { AsalPrioritas } from '../rtl.rules';
import { unsurTerpakai, type PrioritasBaru } from '../susun/perubahan.service';
import type { RencanaTersusun } from '../susun/susunan';
import type { PengenalAcuan } from './acuan-uji';
import { adaIsi, type BarisTabel } from './baris.rules';
import { PencariSebutan, polos } from './sebutan.rules';
import { labelPrioritas } from './teks-kegiatan';

const JUDUL_TERPANJANG = 500;
/** In one table; more is a column that was mistaken for another. */
const BARU_TERBANYAK = 200;

export interface PrioritasBaris {
  readonly id: string;
  readonly unsur: readonly string[];
}

interface Calon extends PrioritasBaru {
  readonly id: string;
  unsur: string[];
}

/** The prioritas that rows name: those of the plan, and new ones where a name is none of them. */
export class PencariPrioritas {
  private readonly ada: { id: string; no: number; judul: string; program: string | null; unsur: readonly string[] }[];
  private readonly calon = new Map<string, Calon>();
  private readonly mirip: PencariSebutan;

  constructor(
    private readonly rencana: Pick<RencanaTersusun, 'prioritas' | 'survei'>,
    private readonly pengenal: PengenalAcuan,
    private readonly idBaru: () => string,
  ) {
    this.ada = [...rencana.prioritas];
    this.mirip = new PencariSebutan(this.ada.map((p) => ({ kunci: p.id, nama: labelPrioritas(p), sebutan: [p.judul] })));
  }

  /** @returns a sentence where none can be told */
  cari({ isi }: BarisTabel): PrioritasBaris | string {
    const judul = judulSaja(isi.get('prioritas') ?? '');
    const no = /^\d{1,4}(?=\.?$)/.exec((isi.get('prioritas') ?? '').trim() || (isi.get('no') ?? '').trim())?.[0];
    if (judul === '' || /^\d{1,4}\.?$/.test(judul)) {
      const ada = no === undefined ? undefined : this.ada.find((p) => p.no === Number(no));
      return ada ?? (no === undefined ? 'Tuliskan prioritasnya' : `Prioritas nomor ${no} tidak ada pada rencana ini`);
    }
    if (judul.length > JUDUL_TERPANJANG) return `Persingkat judul prioritasnya; paling banyak ${JUDUL_TERPANJANG} huruf`;
    const program = adaIsi(isi.get('program'));
    const lengkap = polos(isi.get('prioritas') ?? '');
    const sama = this.ada.filter((p) => polos(p.judul) === polos(judul) || polos(labelPrioritas(p)) === lengkap);
    const [satu] = sama.length > 1 ? sama.filter((p) => samaProgram(p.program, program) || polos(labelPrioritas(p)) === lengkap) : sama; // prettier-ignore
    return satu ?? this.baru(judul, program, isi);
  }

  /** One that a sheet of its own names, whether or not a kegiatan is there for it. */
  sebut(judul: string, program: string | null, alasan: string | null, unsur: readonly string[]): void {
    if (judul === '' || this.ada.some((p) => polos(p.judul) === polos(judul) && samaProgram(p.program, program))) return;
    this.tambah(judul, program, alasan, [...unsur]);
  }

  private baru(judul: string, program: string | null, isi: BarisTabel['isi']): PrioritasBaris | string {
    const kunci = kunciCalon(judul, program);
    const sendiri = this.calon.get(kunci) ?? (program === null ? [...this.calon.values()].find((c) => polos(c.judul) === polos(judul)) : undefined); // prettier-ignore
    if (!sendiri && this.calon.size >= BARU_TERBANYAK)
      return `Paling banyak ${BARU_TERBANYAK} prioritas baru dalam satu tabel; periksa kolom prioritasnya`;
    const tulisan = isi.get('unsur');
    // Without a survey there is no instrument whose unsur a title could name.
    const sebut = adaIsi(tulisan) ?? (this.rencana.survei === null ? '' : judul);
    const hasil = this.pengenal.bacaUnsur(sebut);
    const unsur = 'isi' in hasil ? [...hasil.isi] : [];
    if (sendiri) {
      // Rows of one prioritas may answer to different unsur of it.
      if (tulisan !== undefined && tulisan !== '') sendiri.unsur = [...new Set([...sendiri.unsur, ...unsur])];
      return sendiri;
    }
    return this.tambah(judul, program, adaIsi(isi.get('alasan')), unsur);
  }

  private tambah(judul: string, program: string | null, alasan: string | null, unsur: string[]): Calon {
    const asal: AsalPrioritas = unsur.length > 0 ? 'unsur' : /saran|masukan/i.test(alasan ?? '') ? 'saran' : 'bebas';
    const calon: Calon = { id: this.idBaru(), judul, program, alasan, unsur, asal };
    this.calon.set(kunciCalon(judul, program), calon);
    return calon;
  }

  /** In the order in which they were met. */
  get semuaBaru(): readonly (PrioritasBaru & { readonly id: string })[] {
    return [...this.calon.values()];
  }

  /** Why new ones may not be made as they stand, by id: an unsur that another prioritas has. Ask after all rows were met. */
  salahBaru(): ReadonlyMap<string, string> {
    const calon = [...this.calon.values()];
    return new Map(
      calon.flatMap(({ id, unsur }, i) => {
        const salah = unsurTerpakai(unsur, [...this.ada, ...calon.slice(0, i)]);
        return salah === null ? [] : [[id, salah] as const];
      }),
    );
  }

  /** The prioritas of the plan that a new one is almost called like. */
  serupa(judul: string): string | null {
    const hasil = this.mirip.cari(judul);
    return hasil.jenis === 'tiada' ? hasil.saran : null;
  }
}

const kunciCalon = (judul: string, program: string | null): string => `${polos(judul)}\n${polos(program ?? '')}`;
const samaProgram = (a: string | null, b: string | null): boolean => b === null || polos(a ?? '') === polos(b);

/** `2. Perilaku Pelaksana` → `Perilaku Pelaksana`. */
function judulSaja(teks: string): string {
  return teks.replace(/\s*\n\s*/g, ' ').replace(/^\d{1,4}\.\s+(?=\S)/, '').trim(); // prettier-ignore
}
