import { kelompokkan } from '../../shared/kelompok';
import { kunciKode } from '../susun/kode.rules';
import { semuaTersusun, type KegiatanTersusun, type RencanaTersusun } from '../susun/susunan';
import { letakKolom, masalahSel, type BarisTabel, type MasalahSel } from './baris.rules';
import { bacaCentang } from './centang.rules';
import type { Tabel } from './kolom.rules';
import { polos } from './sebutan.rules';
import { bacaId, sidikBaris } from './teks-kegiatan';

/** Which kegiatan of the plan a row is about. */
export type Cocok =
  | { readonly jenis: 'baru'; readonly kode: string | null }
  /** `tersentuh`: whether the row says something else than when it was downloaded; `versi` of then, null where the row does not tell */
  | { readonly jenis: 'ada'; readonly kegiatan: KegiatanTersusun; readonly tersentuh: boolean; readonly versi: number | null }
  /** what it asks to cancel is gone already */
  | { readonly jenis: 'tiada' }
  | { readonly jenis: 'salah'; readonly masalah: MasalahSel };

/**
 * Rows find their kegiatan by the hidden id, else by the kode, else by their very words: a row that was new at the first upload finds
 * at the second what was made of it.
 */
export class Pencocok {
  private readonly perId: ReadonlyMap<string, KegiatanTersusun>;
  private readonly perKode: ReadonlyMap<string, KegiatanTersusun>;
  private readonly perKata: ReadonlyMap<string, readonly KegiatanTersusun[]>;
  private readonly keluar: ReadonlySet<string>;
  /** kode by what it is in small letters */
  private readonly perKunci: ReadonlyMap<string, string>;
  private readonly terpakai = new Map<string, number>();
  private readonly kodeBaru = new Map<string, number>();

  constructor(
    rencana: RencanaTersusun,
    private readonly tabel: Tabel,
    baris: readonly BarisTabel[],
  ) {
    const semua = semuaTersusun(rencana);
    this.perKata = kelompokkan(semua, (k) => kunciKata(k.isi.prioritasId, polos(k.isi.uraian)));
    this.perId = new Map(semua.map((k) => [k.id, k]));
    this.perKode = new Map(semua.map((k) => [k.kode, k]));
    this.keluar = new Set(rencana.dikeluarkan.map((k) => kunciKode(k.kode)));
    this.perKunci = new Map(semua.map((k) => [kunciKode(k.kode), k.kode]));
    // What a row names outright is not taken by another that only reads the same.
    for (const b of baris) {
      const milik = this.tersebut(b);
      if (milik && !this.terpakai.has(milik.id)) this.terpakai.set(milik.id, b.baris);
    }
  }

  cocokkan(b: BarisTabel, prioritasId: string): Cocok {
    const kode = (b.isi.get('kode') ?? '').trim();
    const id = bacaId(b.isi.get('id') ?? '');
    const kegiatan = this.tersebut(b);
    if (kegiatan) {
      const pemilik = this.terpakai.get(kegiatan.id);
      if (pemilik !== b.baris)
        return this.salah(
          b,
          `${kegiatan.kode} sudah ada pada baris ${(pemilik ?? 0) + 1}; kosongkan kodenya bila ini kegiatan baru`,
        );
      if (id?.id === kegiatan.id) return { jenis: 'ada', kegiatan, versi: id.versi, tersentuh: sidikBaris(b) !== id.sidik };
      return { jenis: 'ada', kegiatan, versi: null, tersentuh: true };
    }
    if (id !== null && kode !== '') {
      const asli = this.perId.get(id.id);
      if (!asli && bacaCentang(b.isi.get('batalkan') ?? '') === true) return { jenis: 'tiada' };
      if (!asli) return this.salah(b, `Kegiatan ${kode} sudah tidak ada dalam rencana ini; hapus barisnya, atau kosongkan kodenya untuk membuatnya lagi`); // prettier-ignore
      return this.salah(
        b,
        `Baris ini milik ${asli.kode}, tetapi kodenya tertulis ${kode}; urutkan seluruh kolom bersama-sama, atau unduh lagi`,
      );
    }
    if (kode === '') return this.samaKata(b, prioritasId) ?? { jenis: 'baru', kode: null };
    const mirip = this.perKunci.get(kunciKode(kode));
    if (mirip !== undefined) return this.salah(b, `Kode ${kode} sama dengan ${mirip} selain huruf besarnya; tulis ${mirip}, atau kode yang belum dipakai`); // prettier-ignore
    if (this.keluar.has(kunciKode(kode)))
      return this.salah(b, `Kode ${kode} pernah dipakai kegiatan lain; tulis kode yang belum dipakai`);
    const lain = this.kodeBaru.get(kunciKode(kode));
    if (lain !== undefined) return this.salah(b, `Kode ${kode} sudah ada pada baris ${lain + 1}`);
    this.kodeBaru.set(kunciKode(kode), b.baris);
    return { jenis: 'baru', kode };
  }

  /** By id and kode together, or by kode alone where the row has no id. A row that was copied and lost its kode is a new one. */
  private tersebut({ isi }: BarisTabel): KegiatanTersusun | undefined {
    const kode = (isi.get('kode') ?? '').trim();
    if (kode === '') return undefined;
    const id = bacaId(isi.get('id') ?? '');
    const milik = this.perKode.get(kode);
    return id === null || milik?.id === id.id ? milik : undefined;
  }

  private samaKata(b: BarisTabel, prioritasId: string): Cocok | null {
    const kata = polos(b.isi.get('uraian') ?? '');
    const milik = this.perKata.get(kunciKata(prioritasId, kata))?.find((k) => !this.terpakai.has(k.id));
    if (!milik || kata === '') return null;
    this.terpakai.set(milik.id, b.baris);
    return { jenis: 'ada', kegiatan: milik, versi: null, tersentuh: true };
  }

  private salah(b: BarisTabel, pesan: string): Cocok {
    return { jenis: 'salah', masalah: masalahSel(b.baris, letakKolom(this.tabel, 'kode'), pesan) };
  }
}

const kunciKata = (prioritasId: string, kata: string): string => `${prioritasId}\n${kata}`;
