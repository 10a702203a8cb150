import { kelompokkan } from '../../shared/kelompok';

/** A unit as the tree sees it. `berakhir` set: it no longer works; with `penerusId` it was merged, without it was retired. */
export interface SimpulUnit {
  readonly id: string;
  readonly indukId: string | null;
  readonly penerusId: string | null;
  readonly berakhir: string | null;
}

export type Pohon = ReadonlyMap<string, SimpulUnit>;

export type MasalahUnit = 'tidak-ada' | 'sudah-berakhir' | 'diri-sendiri' | 'di-bawahnya' | 'tidak-berubah' | 'masih-punya-anak';

export const KALIMAT_MASALAH_UNIT: Readonly<Record<MasalahUnit, string>> = {
  'tidak-ada': 'Unit yang dipilih tidak ada pada instansi ini',
  'sudah-berakhir': 'Unit yang sudah digabung atau dinonaktifkan tidak dapat diubah lagi atau dipilih',
  'diri-sendiri': 'Pilih unit lain; sebuah unit tidak dapat menjadi induk atau penerus dirinya sendiri',
  'di-bawahnya': 'Pilih unit di luar susunan di bawah unit ini; susunan unit tidak boleh berputar',
  'tidak-berubah': 'Unit ini sudah berada di bawah induk itu; pilih induk yang lain',
  'masih-punya-anak': 'Pindahkan, gabungkan, atau nonaktifkan dahulu unit aktif di bawahnya',
};

export function susunPohon<T extends SimpulUnit>(unit: readonly T[]): ReadonlyMap<string, T> {
  return new Map(unit.map((u) => [u.id, u]));
}

export const aktif = (u: Pick<SimpulUnit, 'berakhir'>): boolean => u.berakhir === null;

/** The units directly below, those that ended included. */
export function anak(pohon: Pohon, id: string): SimpulUnit[] {
  return [...pohon.values()].filter((u) => u.indukId === id);
}

/** From the unit's parent up to the top; stops where a broken tree would go round. */
export function leluhur(pohon: Pohon, id: string): SimpulUnit[] {
  const hasil: SimpulUnit[] = [];
  const dilalui = new Set([id]);
  for (let kini = pohon.get(id)?.indukId ?? null; kini !== null && !dilalui.has(kini);) {
    dilalui.add(kini);
    const u = pohon.get(kini);
    if (!u) break;
    hasil.push(u);
    kini = u.indukId;
  }
  return hasil;
}

/** The unit and everything below it. */
export function keturunan(pohon: Pohon, id: string): ReadonlySet<string> {
  const anakDari = kelompokkan([...pohon.values()], (u) => u.indukId);
  return tutup([id], (kini) => (anakDari.get(kini) ?? []).map((u) => u.id));
}

/**
 * What a duty on this unit covers: itself, everything below it, and every unit that was merged into one of these, since the
 * successor takes over what the merged unit still owes.
 */
export function cakupan(pohon: Pohon, id: string): ReadonlySet<string> {
  const semua = [...pohon.values()];
  const anakDari = kelompokkan(semua, (u) => u.indukId);
  const asalDari = kelompokkan(semua, (u) => u.penerusId);
  return tutup([id], (kini) => [...(anakDari.get(kini) ?? []), ...(asalDari.get(kini) ?? [])].map((u) => u.id));
}

/** Who answers for the unit today: itself, or the end of the chain of its successors; null when there is no such unit. */
export function penerusAkhir(pohon: Pohon, id: string): SimpulUnit | null {
  const dilalui = new Set<string>();
  let kini = pohon.get(id);
  while (kini?.penerusId && !dilalui.has(kini.id)) {
    dilalui.add(kini.id);
    kini = pohon.get(kini.penerusId);
  }
  return kini ?? null;
}

/** May the unit hang below `indukId` (null = at the top)? */
export function masalahPindah(pohon: Pohon, id: string, indukId: string | null): MasalahUnit | null {
  const unit = pohon.get(id);
  if (!unit) return 'tidak-ada';
  if (!aktif(unit)) return 'sudah-berakhir';
  if (unit.indukId === indukId) return 'tidak-berubah';
  if (indukId === null) return null;
  const induk = pohon.get(indukId);
  if (!induk) return 'tidak-ada';
  if (indukId === id) return 'diri-sendiri';
  if (!aktif(induk)) return 'sudah-berakhir';
  return keturunan(pohon, id).has(indukId) ? 'di-bawahnya' : null;
}

/** May the unit be merged into `penerusId`? A successor from below is allowed: it takes the merged unit's place. */
export function masalahGabung(pohon: Pohon, id: string, penerusId: string): MasalahUnit | null {
  const [unit, penerus] = [pohon.get(id), pohon.get(penerusId)];
  if (!unit || !penerus) return 'tidak-ada';
  if (id === penerusId) return 'diri-sendiri';
  return aktif(unit) && aktif(penerus) ? null : 'sudah-berakhir';
}

export function masalahNonaktif(pohon: Pohon, id: string): MasalahUnit | null {
  const unit = pohon.get(id);
  if (!unit) return 'tidak-ada';
  if (!aktif(unit)) return 'sudah-berakhir';
  return anak(pohon, id).some(aktif) ? 'masih-punya-anak' : null;
}

export interface PindahInduk {
  readonly id: string;
  readonly indukId: string | null;
}

/** Who hangs where once `id` was merged into `penerusId`; the merged unit itself keeps its place as a memory. */
export function pindahKarenaGabung(pohon: Pohon, id: string, penerusId: string): PindahInduk[] {
  const dariBawah = keturunan(pohon, id).has(penerusId);
  const naik = dariBawah ? [{ id: penerusId, indukId: pohon.get(id)?.indukId ?? null }] : [];
  const turun = anak(pohon, id)
    .filter((u) => u.id !== penerusId)
    .map((u) => ({ id: u.id, indukId: penerusId }));
  return [...naik, ...turun];
}

export interface BarisPohon<T> {
  readonly unit: T;
  /** 0 at the top */
  readonly tingkat: number;
}

/** The tree laid flat, each unit under its parent in the order given; a unit whose parent is not in the list stands at the top. */
export function ratakan<T extends SimpulUnit>(unit: readonly T[]): BarisPohon<T>[] {
  const ada = new Set(unit.map((u) => u.id));
  const hasil: BarisPohon<T>[] = [];
  const anakDari = kelompokkan(unit, (u) => (u.indukId !== null && ada.has(u.indukId) ? u.indukId : null));
  const terlihat = new Set<string>();
  const tulis = (indukId: string | null, tingkat: number) => {
    for (const u of anakDari.get(indukId) ?? []) {
      if (terlihat.has(u.id)) continue;
      terlihat.add(u.id);
      hasil.push({ unit: u, tingkat });
      tulis(u.id, tingkat + 1);
    }
  };
  tulis(null, 0);
  return hasil;
}

function tutup(awal: readonly string[], lanjut: (id: string) => readonly string[]): ReadonlySet<string> {
  const hasil = new Set(awal);
  const antre = [...awal];
  for (let kini = antre.pop(); kini !== undefined; kini = antre.pop()) {
    for (const id of lanjut(kini)) {
      if (hasil.has(id)) continue;
      hasil.add(id);
      antre.push(id);
    }
  }
  return hasil;
}
