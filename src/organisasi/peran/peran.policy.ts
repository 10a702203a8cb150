import { peranDi, type Pelaku, type Peran } from '../../auth/pelaku';

/** Where a role makes sense: on the whole agency, on a unit with everything below it, or either. */
export const LINGKUP_PERAN: Readonly<Record<Peran, 'instansi' | 'unit' | 'keduanya'>> = {
  pelapor: 'unit',
  penanggung_jawab: 'unit',
  koordinator: 'keduanya',
  pimpinan: 'keduanya',
  inspektur: 'instansi',
  admin: 'instansi',
};

/** What the role is for, as the form says it. */
export const URAIAN_PERAN: Readonly<Record<Peran, string>> = {
  pelapor: 'mengisi laporan sebuah unit',
  penanggung_jawab: 'mengajukan laporan sebuah unit',
  koordinator: 'mengelola survei dan rencana, memverifikasi laporan',
  pimpinan: 'membaca, memutuskan, menandatangani',
  inspektur: 'membaca semuanya, mencatat temuan, mengekspor',
  admin: 'mengelola orang dan pengaturan; tidak memverifikasi',
};

export type Tolakan = string | null;

export interface CalonPeran {
  readonly instansiId: string;
  readonly penggunaId: string;
  readonly peran: Peran;
  readonly unitId: string | null;
}

/** Roles of whoever receives one, running now or later, in the same agency. */
export type PeranDipegang = readonly Peran[];

/** Admins of the agency manage its people; the operator only appoints an admin where an agency has none yet. */
export function bolehKelolaOrang(pelaku: Pelaku, instansiId: string): boolean {
  return peranDi(pelaku, instansiId).includes('admin');
}

/** Does the scope fit the role? Null = yes. */
export function tolakLingkup(peran: Peran, unitId: string | null): Tolakan {
  if (LINGKUP_PERAN[peran] === 'unit' && unitId === null) return 'Pilih unitnya; peran ini selalu untuk sebuah unit';
  if (LINGKUP_PERAN[peran] === 'instansi' && unitId !== null) return 'Kosongkan unitnya; peran ini selalu untuk seluruh instansi';
  return null;
}

/**
 * Why the role may not be given; null = it may.
 *
 * Nobody gives themselves a role: an admin who also verifies would check what they themselves arrange. Whoever is admin becomes
 * koordinator only by another admin's hand, and the inspector, who must be independent, is nothing else in the same agency.
 */
export function tolakBeriPeran(pelaku: Pelaku, calon: CalonPeran, dipegang: PeranDipegang): Tolakan {
  if (!bolehKelolaOrang(pelaku, calon.instansiId)) return 'Hanya admin instansi ini yang memberi peran';
  if (pelaku.penggunaId === calon.penggunaId)
    return 'Tidak seorang pun memberi peran kepada dirinya sendiri; minta admin lain melakukannya';
  const lingkup = tolakLingkup(calon.peran, calon.unitId);
  if (lingkup !== null) return lingkup;
  return tolakRangkap(calon.peran, dipegang);
}

/** Roles that one person may not hold at a time; null = they go together. */
export function tolakRangkap(peran: Peran, dipegang: PeranDipegang): Tolakan {
  if (peran === 'inspektur' && dipegang.some((p) => p !== 'inspektur'))
    return 'Inspektur tidak mengurus atau memutuskan yang diperiksanya; akhiri dahulu peran lain orang ini di instansi ini';
  if (peran !== 'inspektur' && dipegang.includes('inspektur'))
    return 'Orang ini inspektur, yang hanya membaca dan mencatat temuan; akhiri dahulu peran inspekturnya';
  return null;
}

/**
 * Why the role may not be ended; null = it may. One may lay down one's own role, except the agency's last admin.
 * @param adminLain admins of the whole agency besides this one who still are on the day of the end
 */
export function tolakAkhiriPeran(pelaku: Pelaku, milik: CalonPeran, adminLain: number): Tolakan {
  if (!bolehKelolaOrang(pelaku, milik.instansiId)) return 'Hanya admin instansi ini yang mengakhiri peran';
  if (milik.peran === 'admin' && adminLain === 0) return 'Ini admin terakhir instansi; beri dahulu peran admin kepada orang lain';
  return null;
}
